/**
 * What an adult asks and sees while children work on what lies on the table: each act becomes an entry of the
 * session, with its time. Nothing of it changes the children's screen. Source: method, 2.12 and 3.6.
 */
import type { AgeBand } from '#domain/age-band.ts';
import { isToken } from '#domain/contributor.ts';
import type { LabelLanguage } from '#domain/operation.ts';
import { NOTE_MOST, type Observe, type ShowPrompt } from '#domain/session-operation.ts';
import type { Noted } from '#domain/session.ts';
import { activityOf, type PackActivity, type Prompt, type Tag } from '#domain/study-pack.ts';
import type { Sitting } from '#state/sitting.svelte.ts';
import type { Workbench } from '#state/workbench.svelte.ts';

export const SECTIONS = ['script', 'tags', 'work'] as const;
/** A part of the adults' panel. */
export type Section = (typeof SECTIONS)[number];

/** The script, the tags and what was noted so far. */
export class Observing {
  readonly #sitting: Sitting;
  readonly #bench: Workbench;
  /** The part of the panel that was open last. */
  section = $state.raw<Section>('script');
  /** A child may touch the sheet while an adult types: the words wait until the panel is open again. */
  note = $state('');

  constructor(sitting: Sitting, bench: Workbench) {
    this.#sitting = sitting;
    this.#bench = bench;
  }

  /**
   * Is a rest to be offered? Since a sign of not wanting to go on was noted, until it is offered or not needed any
   * more, or the child rested.
   */
  get isRestDue(): boolean {
    const { session, heeded } = this.#sitting;
    const { decision, restedAt = 0 } = session.works.find(({ id }) => id === this.#bench.id) ?? {};
    const since = Math.max(restedAt, heeded[this.#bench.id] ?? 0);
    return !decision && this.#seen.some(({ dissent, at }) => dissent && at > since);
  }

  /** A rest was offered, or is not needed any more. */
  heedSigns(): void {
    const { heeded, now } = this.#sitting;
    this.#sitting.heeded = { ...heeded, [this.#bench.id]: now };
  }

  /** The language children are spoken to in; nothing where nobody said so. */
  get language(): LabelLanguage | undefined {
    return this.#sitting.session.about.language;
  }

  /** The activity as the study runs it; nothing of a work that follows no study. */
  get activity(): PackActivity | undefined {
    const work = this.#sitting.works.find(({ id }) => id === this.#bench.id);
    return activityOf(this.#sitting.pack, work?.template ?? '');
  }

  /** Of what age those are who work here. */
  get ageBand(): AgeBand {
    const work = this.#sitting.works.find(({ id }) => id === this.#bench.id);
    return this.#sitting.bandOf(work?.members ?? []);
  }

  get tags(): readonly Tag[] {
    return this.#sitting.pack.tags;
  }

  /** What an adult asked while this work lay here, oldest first; not what the tablet showed or said to a child. */
  get asked(): readonly Noted<ShowPrompt>[] {
    return this.#sitting.session.prompts.filter(
      ({ work, how }) => work === this.#bench.id && how === undefined,
    );
  }

  /** The question an adult asked last, as the study words it; before one did, that which opened the work. */
  get lastAsked(): Prompt | undefined {
    const work = this.#sitting.works.find(({ id }) => id === this.#bench.id);
    const last = this.asked.at(-1)?.prompt ?? work?.prompt;
    return this.questions.find(({ id }) => id === last);
  }

  /** Everything the study asks in this activity. */
  get questions(): readonly Prompt[] {
    const { prompts = [], probes = [] } = this.activity ?? {};
    return [...prompts, ...probes];
  }

  /** What was noted last of this work. */
  get lastSeen(): Noted<Observe> | undefined {
    return this.#seen.at(-1);
  }

  /** An adult asked this, in this language. */
  ask({ id }: Prompt, language: LabelLanguage): void {
    this.#sitting.note({ kind: 'prompt/show', prompt: id, language, work: this.#bench.id });
  }

  /** An adult saw this. */
  see({ id, dissent }: Tag): void {
    this.#observe({ tag: id, ...(dissent && { dissent }) });
  }

  /** An adult noted what stands typed. */
  write(): void {
    const note = Array.from(this.note.trim()).slice(0, NOTE_MOST).join('');
    if (note !== '') this.#observe({ note });
    this.note = '';
  }

  /** What was said to be asked last was not. */
  takeBackAsked(): void {
    this.#takeBack(this.asked.at(-1));
  }

  /** What was noted last was a slip. Words that were typed stand in the field again, unless others do by now. */
  takeBackSeen(): void {
    const { note = '' } = this.lastSeen ?? {};
    this.#takeBack(this.lastSeen);
    if (this.note.trim() === '') this.note = note;
  }

  #takeBack(noted: Noted<ShowPrompt | Observe> | undefined): void {
    if (noted) this.#sitting.note({ kind: 'session/take-back', entry: noted.entry });
  }

  /** What was noted of this work, oldest first. */
  get #seen(): readonly Noted<Observe>[] {
    return this.#sitting.session.observations.filter(({ work }) => work === this.#bench.id);
  }

  /** Of several who draw at once it is not said whom the adult saw. */
  #observe(seen: Pick<Observe, 'tag' | 'note' | 'dissent'>): void {
    const { id: work, by, docks } = this.#bench;
    const about = docks.length === 0 && isToken(by) && { about: [by] };
    this.#sitting.note({ kind: 'observation/add', ...seen, work, ...about });
  }
}
