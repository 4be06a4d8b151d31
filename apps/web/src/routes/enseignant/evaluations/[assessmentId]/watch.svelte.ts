import {
  type AssessmentProgress,
  routes,
  type SittingProgress,
  sittingProgress,
} from '@jalon/types';
import { sendFromBrowser } from '#lib/api/browser.ts';
import { callApi, pathOf } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { instantNow } from '#lib/words/dates.ts';
import { countSittings, type SittingCounts, withNews } from '#lib/words/sittings.ts';

const SHORTEST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 30_000;
/** A screen reader hears new counts no more often than this. */
const ANNOUNCE_MS = 10_000;

/**
 * - `none`: no script has opened the line yet
 * - `live`: news come in
 * - `broken`: the line is cut, and opens again by itself
 * - `ended`: asking again does not help; reloading the page says why
 */
export type Line = 'none' | 'live' | 'broken' | 'ended';

/** An assessment that is watched while it runs: read once, then kept up to date by events. */
export class Watch {
  line = $state<Line>('none');
  /** When what is shown was last known to be true. */
  knownAt: string;
  #progress: AssessmentProgress;
  #announced: SittingCounts | null = $state.raw(null);

  #source: EventSource | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #pauseMs = SHORTEST_PAUSE_MS;

  constructor(progress: AssessmentProgress, readAt: string) {
    this.#progress = $state.raw(progress);
    this.knownAt = $state(readAt);
  }

  get progress(): AssessmentProgress {
    return this.#progress;
  }

  get counts(): SittingCounts {
    return countSittings(this.#progress.pupils);
  }

  /** Counts to say aloud; `null` before there is news. */
  get announced(): SittingCounts | null {
    return this.#announced;
  }

  /** Opens the line, and gives what closes it. */
  start(): () => void {
    let said = JSON.stringify(this.counts);
    const announcing = setInterval(() => {
      const now = JSON.stringify(this.counts);
      if (now === said) return;
      said = now;
      this.#announced = this.counts;
    }, ANNOUNCE_MS);
    const openAgain = () => this.#open();
    // A tablet that slept may hold a line that is dead without its knowing.
    const openWhenSeen = () => {
      if (document.visibilityState === 'visible') this.#open();
    };
    const notice = () => this.#break();
    window.addEventListener('online', openAgain);
    window.addEventListener('offline', notice);
    document.addEventListener('visibilitychange', openWhenSeen);
    this.#open();
    return () => {
      clearInterval(announcing);
      window.removeEventListener('online', openAgain);
      window.removeEventListener('offline', notice);
      document.removeEventListener('visibilitychange', openWhenSeen);
      this.#close();
    };
  }

  #open(): void {
    if (this.line === 'ended') return;
    this.#close();
    const source = new EventSource(pathOf(routes.assessmentEvents, { params: this.#params }));
    this.#source = source;
    source.addEventListener('open', () => {
      this.#pauseMs = SHORTEST_PAUSE_MS;
      void this.#catchUp().then((read) => {
        if (this.#source !== source) return;
        if (read) this.line = 'live';
        else this.#openLater(source);
      });
    });
    source.addEventListener('sitting', ({ data }: MessageEvent<string>) => {
      this.#hear(sittingProgress.parse(JSON.parse(data)));
    });
    source.addEventListener('error', () => {
      this.#break();
      // The browser tries again by itself, except after an answer that is no stream: the session
      // has run out, or the server is only starting.
      if (source.readyState === EventSource.CLOSED) this.#openLater(source);
    });
  }

  #close(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  #break(): void {
    if (this.line === 'live') this.knownAt = instantNow();
    if (this.line !== 'ended') this.line = 'broken';
  }

  /** Opens a new line in a while, unless the failed one has been replaced by then. */
  #openLater(failed: EventSource): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      // Reading renews a session that has run out, which opening a line cannot.
      void this.#catchUp().then((read) => {
        if (this.#source !== failed) return;
        if (read) this.#open();
        else this.#openLater(failed);
      });
    }, this.#pauseMs);
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2);
  }

  /** Reads everything: what moved while no line was open is not told again. */
  async #catchUp(): Promise<boolean> {
    try {
      const read = await callApi(sendFromBrowser, routes.assessmentProgress, {
        params: this.#params,
      });
      this.#progress = { ...read, pupils: withNews(read.pupils, this.#progress.pupils) };
      this.knownAt = instantNow();
      return true;
    } catch (failure) {
      this.line = failure instanceof ApiProblem && isFinal(failure) ? 'ended' : 'broken';
      if (this.line === 'ended') this.#close();
      return false;
    }
  }

  #hear(news: SittingProgress): void {
    const { pupils } = this.#progress;
    this.#progress = { ...this.#progress, pupils: withNews(pupils, [news]) };
  }

  get #params() {
    return { assessmentId: this.#progress.assessment.id };
  }
}

/** The session has ended, or the assessment is not this teacher's any more. */
const isFinal = ({ problem }: ApiProblem): boolean => [401, 403, 404].includes(problem.status);
