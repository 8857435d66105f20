/** The session now running: who is here, which works were begun, and which of them lies on the table. */
import { hexOf } from '#base/bytes.ts';
import { randomName } from '#base/chance.ts';
import { looksWrong } from '#base/clock.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { tokenFor, type Animal, type Contributor, type Token } from '#domain/contributor.ts';
import type { Entry } from '#domain/entry.ts';
import { newId } from '#domain/ids.ts';
import {
  after,
  NOTHING_YET,
  type AddSymbol,
  type Decision,
  type OwnSymbol,
  type Session,
  type SessionHeader,
  type SessionOperation,
  type SymbolLine,
  type WorkOfSession,
} from '#domain/session.ts';
import { groundOf, MY_COMMUNITY } from '#domain/study.ts';
import { settle } from '#ink/settle.ts';
import type { Activity } from '#domain/work.ts';
import {
  keptSessions,
  readDrafts,
  readWork,
  type ArchiveProblem,
  type KeptSession,
} from '#state/archive.ts';
import { Keeper } from '#state/keeper.svelte.ts';
import type { Kit } from '#state/kit.ts';
import type { Manners } from '#state/manners.svelte.ts';
import { dropPicture, readPicture, type PagePicture } from '#state/page-picture.ts';
import { Scribe, startAfter } from '#state/scribe.ts';
import { Workbench } from '#state/workbench.svelte.ts';

/** The design followed when nobody loaded a study. */
const TRY_IT = 'try-it';

/** A session that takes entries. */
export class Sitting {
  readonly header: SessionHeader;
  readonly keeper: Keeper;
  readonly #kit: Kit;
  readonly #manners: Manners;
  readonly #scribe: Scribe;
  #session = $state.raw<Session>(NOTHING_YET);
  #by = $state.raw<Contributor>('f');
  #bench = $state.raw<Workbench | undefined>();

  private constructor(kit: Kit, manners: Manners, { header, entries, session }: KeptSession) {
    this.#kit = kit;
    this.#manners = manners;
    this.header = header;
    this.keeper = new Keeper(kit.journal);
    this.#scribe = new Scribe(newActor(kit), kit.clock, startAfter(entries));
    this.#session = session;
    this.#by = session.contributors.at(-1) ?? 'f';
  }

  /** Go on with the newest session that was not handed over, or begin one. */
  static async resume(kit: Kit, manners: Manners): Promise<Result<Sitting, ArchiveProblem>> {
    const kept = await keptSessions(kit.journal);
    if (!kept.ok) return kept;
    const open = kept.value.sessions.find(({ session }) => !session.handedOver);
    return open ? ok(new Sitting(kit, manners, open)) : Sitting.begin(kit, manners);
  }

  /** Begin a new session. */
  static async begin(kit: Kit, manners: Manners): Promise<Result<Sitting, ArchiveProblem>> {
    const startedAt = kit.clock.wall();
    const header: SessionHeader = {
      kind: 'session',
      id: newId('session', kit.chance),
      study: TRY_IT,
      startedAt,
      clockLooksWrong: looksWrong(startedAt),
    };
    const begun = await kit.journal.begin(header, []);
    if (!begun.ok) return begun;
    return ok(new Sitting(kit, manners, { header, entries: [], session: NOTHING_YET }));
  }

  get contributors(): readonly Token[] {
    return this.#session.contributors;
  }

  /** The works that were begun and not thrown away. */
  get works(): readonly WorkOfSession[] {
    return this.#session.works.filter(({ decision }) => decision !== 'throw-away');
  }

  /** Whose turn it is. */
  get by(): Contributor {
    return this.#by;
  }

  /** The work on the table. */
  get bench(): Workbench | undefined {
    return this.#bench;
  }

  /** It is this animal's turn; one that is new joins the session. */
  turnTo(animal: Animal): void {
    const known = this.contributors.find((token) => token.startsWith(`${animal}-`));
    const token = known ?? tokenFor(animal, this.contributors.length);
    if (!known) this.#write({ kind: 'contributor/join', token });
    this.#by = token;
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
  async begin(activity: Activity): Promise<Result<Workbench, ArchiveProblem>> {
    const id = newId('work', this.#kit.chance);
    const session = this.header.id;
    const begun = await this.#kit.journal.begin({ kind: 'work', id, session, activity }, []);
    if (!begun.ok) return begun;
    this.#write({ kind: 'work/begin', work: id, activity });
    return ok(this.#lay({ id, activity }, []));
  }

  /** Lay a work that was begun before on the table. */
  async open(work: WorkOfSession): Promise<Result<Workbench, ArchiveProblem>> {
    if (this.#bench?.id === work.id) return ok(this.#bench);
    const { journal } = this.#kit;
    const entries = await readWork(journal, work.id);
    if (!entries.ok) return entries;
    const drafts = await readDrafts(journal, work.id);
    if (!drafts.ok) return drafts;
    const picture = await readPicture(journal, work.id);
    const bench = this.#lay(work, entries.value, picture);
    for (const draft of drafts.value) bench.rescue(draft);
    return ok(bench);
  }

  /** The child decided about the work on the table. Thrown away, nothing of it stays but that it was. */
  async finish(decision: Decision): Promise<Result<void, ArchiveProblem>> {
    const bench = this.#bench;
    if (!bench) return ok(undefined);
    bench.rest();
    await this.keeper.settled();
    this.#write({ kind: 'work/finish', work: bench.id, decision });
    const forgotten = decision === 'throw-away' ? this.keeper.forget(bench.id) : [];
    if ((await this.keeper.settled()) !== 'saved' && this.keeper.problem) {
      for (const entry of forgotten) this.keeper.keep(bench.id, entry);
      return fail(this.keeper.problem);
    }
    const { journal } = this.#kit;
    const done =
      decision === 'throw-away'
        ? await journal.destroy([bench.id])
        : await journal.rewrite(bench.id, settle(bench.entries));
    if (!done.ok) return done;
    this.#bench = undefined;
    return decision === 'throw-away' ? done : dropPicture(journal, bench.id);
  }

  #lay(
    { id, activity }: Pick<WorkOfSession, 'id' | 'activity'>,
    entries: Parameters<typeof settle>[0],
    picture?: PagePicture,
  ): Workbench {
    const { chance, clock } = this.#kit;
    this.#bench = new Workbench({
      id,
      activity,
      study: MY_COMMUNITY,
      ground: groundOf(activity, this.#manners),
      by: this.#by,
      rubber: this.#manners.rubber,
      entries,
      picture,
      scribe: new Scribe(newActor(this.#kit), clock, startAfter(entries)),
      keeper: this.keeper,
      chance,
    });
    return this.#bench;
  }

  #write(op: SessionOperation): Entry<SessionOperation> {
    const entry = this.#scribe.write(op, this.#by, 'free');
    this.#session = after(this.#session, op);
    this.keeper.keep(this.header.id, entry);
    return entry;
  }
}

/** 64 random bits: a name for this tablet in this stream, never one of the hardware. */
function newActor({ chance }: Kit): string {
  return hexOf(chance(8));
}
