/** The session now running: who is here, which works were begun, and which of them lies on the table. */
import { hexOf } from '#base/bytes.ts';
import { randomName } from '#base/chance.ts';
import { looksWrong } from '#base/clock.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { Hearing } from '#domain/assent.ts';
import { ageBandOf, type AgeBand, type AgePreset } from '#domain/age-band.ts';
import {
  animalOf,
  nextNumber,
  tokenOf,
  type Animal,
  type Contributor,
  type Token,
} from '#domain/contributor.ts';
import { inOrder, type Entry } from '#domain/entry.ts';
import { newId, type SessionId, type WorkId } from '#domain/ids.ts';
import type {
  AddSymbol,
  Begin,
  Decision,
  Finish,
  HowShown,
  OwnSymbol,
  SessionOperation,
  SymbolLine,
} from '#domain/session-operation.ts';
import { settledSession } from '#domain/settle-session.ts';
import {
  after,
  NOTHING_YET,
  sessionOf,
  tokensGiven,
  type Session,
  type SessionHeader,
  type WorkOfSession,
} from '#domain/session.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { groundOf, MY_COMMUNITY } from '#domain/study.ts';
import {
  activityOf,
  groundFor,
  inLanguage,
  presetOf,
  studyOf,
  type PackActivity,
  type Prompt,
  type StudyPack,
} from '#domain/study-pack.ts';
import type { Gender } from '#domain/participant.ts';
import type { Studies, StudyMissing } from '#state/studies.svelte.ts';
import { present } from '#base/assert.ts';
import { settle } from '#ink/settle.ts';
import { WorkFold } from '#domain/fold.ts';
import type { LabelLanguage } from '#domain/operation.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { hinderedIn, lastSeated } from '#domain/pieces.ts';
import type { Activity, Page } from '#domain/work.ts';
import {
  keptSessions,
  readDrafts,
  readWork,
  type ArchiveProblem,
  type KeptSession,
} from '#state/archive.ts';
import { BoardForms } from '#state/board-forms.svelte.ts';
import { Keeper } from '#state/keeper.svelte.ts';
import type { Kit } from '#state/kit.ts';
import type { Manners } from '#state/manners.svelte.ts';
import { dropPicture, readPicture, type PagePicture } from '#state/page-picture.ts';
import { Scribe, startAfter } from '#state/scribe.ts';
import type { Sayable } from '#state/voice.ts';
import { Workbench } from '#state/workbench.svelte.ts';

/** The design that is said to be followed where somebody only tries the app. */
const TRY_IT = 'try-it';

/** What is about to be begun, and by whom. */
export type Plan = Readonly<{
  activity: PackActivity;
  /** The question that opens it. */
  prompt: Prompt;
  members: readonly Token[];
}>;

/** A family does not agree any more to what would go on. */
type NotAgreed = Readonly<{ code: 'work/not-agreed' }>;
/** Why a session, or a work of it, is not gone on with. */
export type SittingProblem = ArchiveProblem | StudyMissing | NotAgreed;

/** What a sitting needs to know of the desk. */
type Around = Readonly<{ kit: Kit; manners: Manners; studies: Studies }>;

/** What is half written on the boards of sessions: it outlives their lying on the desk. */
export type WrittenForms = Map<SessionId, BoardForms>;

/** For whom something is named. */
type Whose = Readonly<{ words: StudyPack['words']; gender: Gender | undefined }>;

/** A session that takes entries. */
export class Sitting {
  readonly header: SessionHeader;
  /** The design this session follows. */
  readonly pack: StudyPack;
  readonly keeper: Keeper;
  /** How far those who are about to begin have heard: who rests goes on there. */
  readonly hearings = new Map<Token, Hearing>();
  /** When a sign of not wanting to go on was last answered, by work, in milliseconds of the session. */
  heeded = $state.raw<Readonly<Record<WorkId, number>>>({});
  /** Did an adult say that children start though the tablet has no PIN? */
  goesWithoutPin = $state.raw(false);
  /** What an adult is writing on the board. */
  readonly forms: BoardForms;
  readonly #kit: Kit;
  readonly #manners: Manners;
  readonly #scribe: Scribe;
  #session = $state.raw<Session>(NOTHING_YET);
  #by = $state.raw<Contributor>('f');
  #bench = $state.raw<Workbench | undefined>();
  #plan = $state.raw<Plan | undefined>();
  #begun = $state.raw<Plan | undefined>();
  /** Those before a work that was opened again. */
  #seats = $state.raw<readonly Token[] | undefined>();
  #isTurnOpen = $state.raw(false);

  private constructor(
    { kit, manners }: Around,
    { header, entries, session }: KeptSession,
    { pack, written }: Readonly<{ pack: StudyPack; written: WrittenForms }>,
  ) {
    this.forms = written.get(header.id) ?? new BoardForms();
    written.set(header.id, this.forms);
    this.#kit = kit;
    this.#manners = manners;
    this.header = header;
    this.pack = pack;
    this.keeper = new Keeper(kit.journal);
    this.#scribe = new Scribe(newActor(kit), kit.clock, startAfter(entries));
    this.#session = session;
    const last = this.isStudy ? lastSeated(session)[0] : session.contributors.at(-1);
    this.#by = last ?? 'f';
  }

  /**
   * Go on with the newest session of this kind; nothing when there is none. What was taken back, here and in others,
   * is left out. Without the study it followed it is not gone on with: another one would ask other things under its
   * name.
   */
  static async resume(
    around: Around,
    isOfKind: (kept: KeptSession) => boolean,
    written: WrittenForms = new Map(),
  ): Promise<Result<Sitting | undefined, SittingProblem>> {
    const kept = await keptSessions(around.kit.journal);
    if (!kept.ok) return kept;
    for (const { header, entries } of kept.value.sessions) {
      const settled = settledSession(entries);
      if (settled === entries) continue;
      const done = await around.kit.journal.rewrite(header.id, settled);
      if (!done.ok) return done;
    }
    const open = kept.value.sessions.find(isOfKind);
    if (!open) return ok(undefined);
    const pack = around.studies.of(open.header);
    if (!pack.ok) return pack;
    const entries = settledSession(open.entries);
    const rest = { ...open, entries, session: sessionOf(entries) };
    return ok(new Sitting(around, rest, { pack: pack.value, written }));
  }

  /** Begin a new session, of a study or only to try the app. */
  static async begin(
    around: Around,
    pack?: StudyPack,
    written: WrittenForms = new Map(),
  ): Promise<Result<Sitting, ArchiveProblem>> {
    const { kit } = around;
    const startedAt = kit.clock.wall();
    const header: SessionHeader = {
      kind: 'session',
      id: newId('session', kit.chance),
      study: pack?.study ?? TRY_IT,
      ...(pack && { studyVersion: pack.version }),
      startedAt,
      clockLooksWrong: looksWrong(startedAt),
    };
    const begun = await kit.journal.begin(header, []);
    if (!begun.ok) return begun;
    const kept = { header, entries: [], session: NOTHING_YET };
    return ok(new Sitting(around, kept, { pack: pack ?? MY_COMMUNITY_PACK, written }));
  }

  /** Of what age those are who sit down together: the youngest counts; where no age is known, as this tablet is set. */
  bandOf(members: readonly Token[]): AgeBand {
    const ages = this.#session.participants.flatMap(({ token, age }) =>
      members.includes(token) && age !== undefined ? [age] : [],
    );
    return ages.length > 0 ? ageBandOf(Math.min(...ages)) : this.#manners.ageBand;
  }

  /** What those who sit down together find on their table. */
  presetOf(members: readonly Token[]): AgePreset {
    return presetOf(this.pack, this.bandOf(members));
  }

  /** Is the session of a study? Else somebody only tries the app. */
  get isStudy(): boolean {
    return this.header.studyVersion !== undefined;
  }

  /** How long the session goes on by now, in milliseconds. Asking leaves no entry. */
  get now(): number {
    return this.#scribe.now;
  }

  /** The session as it stands now. */
  get session(): Session {
    return this.#session;
  }

  /** What is about to be begun; nothing after the app was closed. */
  get plan(): Plan | undefined {
    return this.#plan;
  }

  /** Those whom an adult led away from the cards or the offer; nobody once they began, or when nobody is left. */
  get waiting(): readonly Token[] {
    return this.#plan && this.#plan !== this.#begun ? this.#plan.members : [];
  }

  /** Those before the tablet now: of what is about to be begun or was opened, else those who were heard of last. */
  get seated(): readonly Token[] {
    return this.#seats ?? this.#plan?.members ?? lastSeated(this.#session);
  }

  /** Several sit before a work that was opened again, and nobody said yet whose hand comes next. */
  get isTurnOpen(): boolean {
    return this.#isTurnOpen;
  }

  /** These draw at the same time; nobody: they take turns again. */
  dock(tokens: readonly Token[]): void {
    this.#isTurnOpen = false;
    this.#bench?.dock(tokens);
  }

  /** The language children are spoken to in, where somebody said so. */
  get spoken(): LabelLanguage | undefined {
    return this.#session.about.language;
  }

  /** What is asked in the work on the table; nothing where no study asks. */
  get prompt(): Prompt | undefined {
    const work = this.#session.works.find(({ id }) => id === this.#bench?.id);
    const prompts = activityOf(this.pack, work?.template ?? '')?.prompts ?? [];
    return prompts.find(({ id }) => id === work?.prompt) ?? prompts[0];
  }

  /**
   * The tablet shows a child what is asked here, or says it again in this language: that is written down, with the
   * language its words stand in. Whatever else is said asks nothing, and leaves no entry.
   */
  shows(said: Sayable, how: HowShown, language: LabelLanguage): void {
    const work = this.#bench?.id;
    const asked = work ? this.prompt : this.#plan?.prompt;
    if (!asked || said !== asked) return;
    const words = inLanguage(asked.words, language);
    const what = { prompt: asked.id, language: words?.language ?? language, how } as const;
    this.note(
      { kind: 'prompt/show', ...what, ...(work && { work }) },
      how === 'shown' ? 'f' : this.#by,
    );
  }

  /** Something is about to be begun by these. */
  seat(plan: Plan): void {
    this.#plan = plan;
    this.#seats = undefined;
    this.#isTurnOpen = false;
    this.hearings.clear();
    const [first = 'f'] = plan.members;
    this.#by = first;
    this.#bench = undefined;
  }

  /** These sit before what they made, and nothing is planned. */
  show(tokens: readonly Token[]): void {
    this.#bench?.rest();
    this.#bench = undefined;
    this.#plan = undefined;
    this.#isTurnOpen = false;
    this.#seats = tokens;
    this.#by = tokens[0] ?? 'f';
  }

  /** This child does not take part in what was planned. Who takes part in groups only does not stay behind alone. */
  leave(token: Token): void {
    if (!this.#plan) return;
    const left = this.#plan.members.filter((one) => one !== token);
    const { participants } = this.#session;
    const isLeftAlone = participants.some((one) => one.groupOnly && isOnly(left, one.token));
    this.seat({ ...this.#plan, members: isLeftAlone ? [] : left });
  }

  /** Write down something about the sitting. */
  note(op: SessionOperation, by: Contributor = 'f'): void {
    this.#write(op, by);
  }

  /** Those who may take turns: in a study those who sit before the tablet, else all who came so far. */
  get contributors(): readonly Token[] {
    return this.isStudy ? this.seated : this.#session.contributors;
  }

  /** The works that were begun and not thrown away. */
  get works(): readonly WorkOfSession[] {
    return this.#session.works.filter(({ decision }) => decision !== 'throw-away');
  }

  /** Whose turn it is. */
  get by(): Contributor {
    return this.#by;
  }

  /** For whom pictures are named: in the words of the study's community, as this child would call a sibling. */
  whose(by: Contributor = this.#by): Whose {
    const person = this.#session.participants.find(({ token }) => token === by);
    return { words: this.pack.words, gender: person?.gender };
  }

  /** The work on the table. */
  get bench(): Workbench | undefined {
    return this.#bench;
  }

  /** It is this child's turn, or that of whoever wears this animal; an animal that is new joins the session. */
  turnTo(who: Animal | Token): void {
    const isIt = (token: Token): boolean => token === who || animalOf(token) === who;
    const known = this.contributors.find(isIt) ?? this.#session.contributors.find(isIt);
    const animal = present(animalOf(who), 'everybody wears an animal');
    const token = known ?? tokenOf(animal, nextNumber(tokensGiven(this.#session), animal));
    if (!known) this.#write({ kind: 'contributor/join', token });
    this.#by = token;
    this.#isTurnOpen = false;
    this.#bench?.turnTo(token);
  }

  /** Pictures the children drew for the tray, oldest first. */
  get symbols(): readonly AddSymbol[] {
    return this.#session.symbols;
  }

  /** A child drew a picture of its own: from now on it lies in the tray. */
  addSymbol(lines: readonly SymbolLine[]): OwnSymbol {
    const symbol: OwnSymbol = `own-${randomName(this.#kit.chance)}`;
    this.#write({ kind: 'symbol/add', symbol, lines });
    return symbol;
  }

  /** Begin a work and lay it on the table. */
  begin(activity: Activity): Promise<Result<Workbench, ArchiveProblem>> {
    return this.#begin({ activity });
  }

  /** Begin what was planned. */
  beginPlanned(plan: Plan): Promise<Result<Workbench, ArchiveProblem>> {
    const { activity, prompt, members } = plan;
    this.#begun = plan;
    const { id: template, activity: kind } = activity;
    return this.#begin({ activity: kind, template, prompt: prompt.id, members });
  }

  async #begin(what: Omit<Begin, 'kind' | 'work'>): Promise<Result<Workbench, ArchiveProblem>> {
    const work = newId('work', this.#kit.chance);
    const session = this.header.id;
    const { activity } = what;
    const begun = await this.#kit.journal.begin({ kind: 'work', id: work, session, activity }, []);
    if (!begun.ok) return begun;
    this.#write({ kind: 'work/begin', work, ...what });
    const laid = present(
      this.#session.works.find(({ id }) => id === work),
      'a work that was begun is a work of the session',
    );
    return ok(this.#lay(laid, []));
  }

  /**
   * Lay a work that was begun before on the table. Before it sit those who made it, or only those of them who are
   * there; it is the turn of whoever's hand was the last on it, and of several somebody has to say it anew. It is refused when
   * a family does not agree any more to its going on.
   */
  async open(
    work: WorkOfSession,
    who: readonly Token[] = work.members,
  ): Promise<Result<Workbench, SittingProblem>> {
    if (this.#isHindered(work)) return fail({ code: 'work/not-agreed' });
    if (this.#bench?.id === work.id) return ok(this.#bench);
    const { journal } = this.#kit;
    const entries = await readWork(journal, work.id);
    if (!entries.ok) return entries;
    const drafts = await readDrafts(journal, work.id);
    if (!drafts.ok) return drafts;
    const picture = await readPicture(journal, work.id);
    if (who.length > 0) this.#seatAgain(who, entries.value);
    const bench = this.#lay(work, entries.value, picture);
    for (const draft of drafts.value) bench.rescue(draft);
    return ok(bench);
  }

  #seatAgain(who: readonly Token[], entries: readonly WorkEntry[]): void {
    const hands = [...entries].sort(inOrder).map(({ by }) => by);
    this.#plan = undefined;
    this.#seats = who;
    this.#by = hands.findLast((by) => who.some((one) => one === by)) ?? who[0] ?? 'f';
    this.#isTurnOpen = who.length > 1;
  }

  /**
   * The child decided about the work on the table; several, each for itself. Thrown away, nothing of it stays but
   * that it was.
   */
  async finish(decision: Decision, each?: Finish['each']): Promise<Result<void, ArchiveProblem>> {
    const bench = this.#bench;
    if (!bench) return ok(undefined);
    bench.rest();
    await this.keeper.settled();
    this.#write({ kind: 'work/finish', work: bench.id, decision, ...(each && { each }) });
    const forgotten = decision === 'throw-away' ? this.keeper.forget(bench.id) : [];
    if ((await this.keeper.settled()) !== 'saved' && this.keeper.problem) {
      for (const entry of forgotten) this.keeper.keep(bench.id, entry);
      return fail(this.keeper.problem);
    }
    if (decision !== 'throw-away') return this.#putAway(bench);
    const done = await this.#kit.journal.destroy([bench.id]);
    if (done.ok) this.#bench = undefined;
    return done;
  }

  /** What was taken back loses its content, and the table is free. */
  async #putAway({ id, entries }: Workbench): Promise<Result<void, ArchiveProblem>> {
    const { journal } = this.#kit;
    const done = await journal.rewrite(id, settle(entries));
    if (!done.ok) return done;
    this.#bench = undefined;
    return dropPicture(journal, id);
  }

  /**
   * The child rests: what fingers were doing is kept, and the work waits. One that was decided about stays
   * decided: an adult had opened it to write down what was told.
   */
  async rest(): Promise<Result<void, ArchiveProblem>> {
    const bench = this.#bench;
    if (!bench) return ok(undefined);
    bench.rest();
    const isDecided = this.#session.works.some(({ id, decision }) => id === bench.id && decision);
    if (!isDecided) this.#write({ kind: 'work/rest', work: bench.id });
    const settled = await this.#settled();
    return settled.ok && isDecided ? this.#putAway(bench) : settled;
  }

  /** A finished work is decided about anew. Thrown away, nothing of it stays but that it was. */
  async decideAgain(
    { id }: WorkOfSession,
    decision: Decision,
  ): Promise<Result<void, ArchiveProblem>> {
    this.#write({ kind: 'work/finish', work: id, decision });
    const settled = await this.#settled();
    if (!settled.ok || decision !== 'throw-away') return settled;
    return this.#kit.journal.destroy([id]);
  }

  /** The pages of a work, as they are kept. */
  async pagesOf({ id }: WorkOfSession): Promise<Result<readonly Page[], ArchiveProblem>> {
    await this.keeper.settled();
    const entries = await readWork(this.#kit.journal, id);
    return entries.ok ? ok(WorkFold.of(entries.value).work.pages) : entries;
  }

  /** The child was given its picture. */
  gaveBack({ id, givenBack }: WorkOfSession): void {
    if (!givenBack) this.#write({ kind: 'work/give-back', work: id });
  }

  async #settled(): Promise<Result<void, ArchiveProblem>> {
    const safety = await this.keeper.settled();
    return safety !== 'saved' && this.keeper.problem ? fail(this.keeper.problem) : ok(undefined);
  }

  #lay(work: WorkOfSession, entries: readonly WorkEntry[], picture?: PagePicture): Workbench {
    const { chance, clock } = this.#kit;
    const { id, activity } = work;
    const template = activityOf(this.pack, work.template ?? '');
    const preset = this.presetOf(work.members);
    this.#bench = new Workbench({
      id,
      activity,
      study: template ? studyOf(this.pack, template, preset.rounds) : MY_COMMUNITY,
      ground: template ? groundFor(template, work.prompt) : groundOf(activity, this.#manners),
      by: this.#by,
      preset,
      isDecided: work.decision !== undefined,
      ontold: () => {
        if (this.#session.handedOver) this.#write({ kind: 'work/tell', work: id }, 'f');
      },
      entries,
      picture,
      scribe: new Scribe(newActor(this.#kit), clock, startAfter(entries)),
      keeper: this.keeper,
      chance,
    });
    return this.#bench;
  }

  #write(op: SessionOperation, by = this.#by): Entry<SessionOperation> {
    const entry = this.#scribe.write(op, by, 'free');
    this.#session = after(this.#session, entry);
    this.keeper.keep(this.header.id, entry);
    if (op.kind === 'participant/set') this.#heedFamilies();
    if (op.kind === 'participant/leave' && this.#plan?.members.includes(op.token)) {
      this.#plan = undefined;
    }
    return entry;
  }

  /** What a family took away counts at once: nobody goes on with what is planned, or lies on the table. */
  #heedFamilies(): void {
    if (this.#plan && this.#isHindered(this.#plan)) this.#plan = undefined;
    const laid = this.#session.works.find(({ id }) => id === this.#bench?.id);
    if (!laid || !this.#isHindered(laid)) return;
    this.#bench?.rest();
    this.#bench = undefined;
  }

  #isHindered(what: Parameters<typeof hinderedIn>[1]): boolean {
    return this.isStudy && hinderedIn(this.#session, what).length > 0;
  }
}

function isOnly(members: readonly Token[], token: Token): boolean {
  return members.length === 1 && members[0] === token;
}

/** 64 random bits: a name for this tablet in this stream, never one of the hardware. */
function newActor({ chance }: Kit): string {
  return hexOf(chance(8));
}
