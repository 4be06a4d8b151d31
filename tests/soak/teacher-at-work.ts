import {
  assessmentProgress,
  assessmentSummary,
  type SittingProgress,
  sittingProgress,
} from '@jalon/types';
import { countSittings, withNews } from '../../apps/web/src/lib/words/sittings.ts';
import { asContract, CallFailed, type Device } from './device.ts';

/** When so much of a class has finished, its teacher gives the next assessment. */
const ENOUGH_FINISHED = 2 / 3;

/** What a teacher tells of their work. */
export interface TeacherReport {
  failed(kind: string): void;
  /** The live page shows that so many answers of an attempt are kept. */
  seen(attemptId: string, answered: number): void;
}

/** A live page: the assessment that is watched, and what it shows of each pupil. */
export interface LivePage {
  assessmentId: string;
  pupils: readonly SittingProgress[];
}

/**
 * A teacher at work: gives the class one assessment after the other and keeps the live page of
 * each open until the lesson is over.
 */
export function createTeacher(options: {
  device: Device;
  email: string;
  password: string;
  classId: string;
  /** Codes of the competences to assess, in turn. */
  competences: readonly string[];
  report: TeacherReport;
}) {
  const { device, classId, competences, report } = options;
  const pages: LivePage[] = [];
  const closers: (() => void)[] = [];
  let giving: Promise<void> | null = null;
  let lessonIsOver = false;

  async function giveNext(): Promise<void> {
    const given = await device.call(`/api/classes/${classId}/assessments`, {
      title: `Évaluation ${pages.length + 1}`,
      competence: competences[pages.length % competences.length],
      feedback: pages.length % 2 === 0 ? 'later' : 'now',
      closesOn: null,
    });
    const page: LivePage = {
      assessmentId: asContract(assessmentSummary, given.body).id,
      pupils: [],
    };
    pages.push(page);
    await watch(page);
  }

  async function watch(page: LivePage): Promise<void> {
    const waiting: SittingProgress[] = [];
    const path = `/api/assessments/${page.assessmentId}`;
    closers.push(
      await device.listen(`${path}/events`, {
        event: (name, data) => {
          if (name !== 'sitting') return;
          const news = sittingProgress.safeParse(JSON.parse(data));
          if (!news.success) report.failed('live page: an event broke the contract');
          else if (page.pupils.length === 0) waiting.push(news.data);
          else show(page, withNews(page.pupils, [news.data]), [news.data]);
        },
        end: (kind) => report.failed(`live page: ${kind}`),
      }),
    );
    // As the page does: the line first, then all that it may have missed.
    const read = await device.call(`${path}/progress`);
    const { pupils } = asContract(assessmentProgress, read.body);
    show(
      page,
      waiting.reduce((known, news) => withNews(known, [news]), pupils),
      [...pupils, ...waiting],
    );
  }

  function show(
    page: LivePage,
    pupils: readonly SittingProgress[],
    news: readonly SittingProgress[],
  ): void {
    page.pupils = pupils;
    for (const { attemptId, answered } of news) {
      if (attemptId !== null && answered > 0) report.seen(attemptId, answered);
    }
    const { finished } = countSittings([...pupils]);
    const hasEnough = page === pages.at(-1) && finished >= pupils.length * ENOUGH_FINISHED;
    if (hasEnough && !giving && !lessonIsOver) giving = giveAnother();
  }

  async function giveAnother(): Promise<void> {
    try {
      await giveNext();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      report.failed(`teacher: ${error.kind}`);
    } finally {
      giving = null;
    }
  }

  return {
    /** Signs in, gives the first assessment and opens its live page. Rejects with `CallFailed`. */
    async begin(): Promise<void> {
      const { email, password } = options;
      await device.call('/api/session/staff', { email, password });
      await giveNext();
    },
    pages: (): readonly LivePage[] => pages,
    /** Gives nothing more; the pages go on. Resolves once none is being opened. */
    async endLesson(): Promise<void> {
      lessonIsOver = true;
      await giving;
    },
    close(): void {
      closers.forEach((close) => close());
      device.close();
    },
  };
}
