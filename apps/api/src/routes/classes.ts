import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { languageOf } from '../requests.ts';
import { serve } from '../serve.ts';
import { readDifficulties } from '../services/assessments/difficulties.ts';
import { giveAssessments } from '../services/assessments/give.ts';
import { listAssessments } from '../services/assessments/list.ts';
import { readProgress } from '../services/assessments/progress.ts';
import { watchSittings } from '../services/assessments/watch.ts';
import { growthCsv } from '../services/classes/growth-csv.ts';
import { readGrowth } from '../services/classes/growth.ts';
import { listClasses } from '../services/classes/list.ts';
import { readMeetingPage } from '../services/classes/meeting.ts';
import { pictureCsv } from '../services/classes/picture-csv.ts';
import { pictureOds } from '../services/classes/picture-ods.ts';
import { readPicture } from '../services/classes/picture.ts';
import { readPupilFile } from '../services/classes/pupil-file.ts';
import { positionsCsv } from '../services/positions/csv.ts';
import { readPositions } from '../services/positions/read.ts';
import { sayPositions } from '../services/positions/say.ts';
import type { ServiceContext } from '../services/context.ts';

/** What a teacher does with the classes they teach. */
export function classRoutes(app: FastifyInstance, services: ServiceContext): void {
  serve(app, routes.classes, ({ actor }) => listClasses(services, actor));
  serve(app, routes.classPicture, ({ actor, params, query }) =>
    readPicture(services, actor, params.classId, query.release),
  );
  serve(app, routes.classPictureCsv, async ({ actor, params, query, reply, request }) => {
    const picture = await readPicture(services, actor, params.classId, query.release);
    reply.header('content-disposition', 'attachment; filename="jalon-classe.csv"');
    return pictureCsv(picture, languageOf(request));
  });
  serve(app, routes.classPictureOds, async ({ actor, params, query, reply, request }) => {
    const picture = await readPicture(services, actor, params.classId, query.release);
    reply.header('content-disposition', 'attachment; filename="jalon-classe.ods"');
    return pictureOds(picture, languageOf(request));
  });
  serve(app, routes.classGrowth, ({ actor, params }) =>
    readGrowth(services, actor, params.classId),
  );
  serve(app, routes.classGrowthCsv, async ({ actor, params, reply, request }) => {
    const growth = await readGrowth(services, actor, params.classId);
    reply.header('content-disposition', 'attachment; filename="jalon-progres.csv"');
    return growthCsv(growth, languageOf(request));
  });
  serve(app, routes.classAssessments, ({ actor, params }) =>
    listAssessments(services, actor, params.classId),
  );
  serve(app, routes.giveAssessments, ({ actor, params, body }) =>
    giveAssessments(services, actor, params.classId, body),
  );
  serve(app, routes.classPositions, ({ actor, params }) =>
    readPositions(services, actor, params.classId),
  );
  serve(app, routes.sayPositions, ({ actor, params, body }) =>
    sayPositions(services, actor, params.classId, body),
  );
  serve(app, routes.positionsCsv, async ({ actor, params, reply }) => {
    const positions = await readPositions(services, actor, params.classId);
    reply.header('content-disposition', 'attachment; filename="jalon-positions.csv"');
    return positionsCsv(positions);
  });
  serve(app, routes.pupilFile, ({ actor, params }) =>
    readPupilFile(services, actor, params.pupilId),
  );
  serve(app, routes.meetingPage, ({ actor, params }) =>
    readMeetingPage(services, actor, params.pupilId),
  );
  serve(app, routes.assessmentProgress, ({ actor, params }) =>
    readProgress(services, actor, params.assessmentId),
  );
  serve(app, routes.assessmentDifficulties, ({ actor, params }) =>
    readDifficulties(services, actor, params.assessmentId),
  );
  serve(app, routes.assessmentEvents, ({ params, signal }) =>
    eventStream(services, params.assessmentId, signal),
  );
}

/** Movements as server-sent events; a comment keeps a quiet line open. */
async function* eventStream(services: ServiceContext, assessmentId: string, signal: AbortSignal) {
  for await (const movement of watchSittings(services.events, assessmentId, signal)) {
    yield movement.type === 'quiet'
      ? ': quiet\n\n'
      : `event: sitting\ndata: ${JSON.stringify(movement.progress)}\n\n`;
  }
}
