import { routes } from '@jalon/types';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { languageOf, originOf } from '../requests.ts';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import type { Keys } from '../services/keys.ts';
import { confirmRoster, discardRoster } from '../services/rosters/confirm.ts';
import { previewRoster } from '../services/rosters/preview.ts';
import { rosterTemplate } from '../services/rosters/template.ts';
import { readUpload } from '../services/rosters/read-upload.ts';
import { cardSheet } from '../services/school/card-sheet.ts';
import { readLooks } from '../services/school/looks.ts';
import { makeClassCards, makePupilCard } from '../services/school/make-cards.ts';
import { readSchool, readSchoolClass } from '../services/school/overview.ts';
import { sheetWords } from '../services/school/sheet-words.ts';

/** What the administrator of a school does for it. */
export function schoolRoutes(
  app: FastifyInstance,
  services: ServiceContext,
  { keys, origin }: { keys: Keys; origin: string | null },
): void {
  const wordsFor = (request: FastifyRequest) =>
    sheetWords(languageOf(request), originOf(request, origin));

  serve(app, routes.school, ({ actor }) => readSchool(services, actor));
  serve(app, routes.schoolClass, ({ actor, params }) =>
    readSchoolClass(services, actor, params.classId),
  );
  serve(app, routes.schoolLooks, ({ actor, query }) => readLooks(services, actor, query.before));
  serve(app, routes.makeClassCards, async ({ actor, params, body, request }) =>
    cardSheet(
      await makeClassCards(services, keys.card, actor, params.classId, body),
      wordsFor(request),
    ),
  );
  serve(app, routes.makePupilCard, async ({ actor, params, body, request }) =>
    cardSheet(
      await makePupilCard(services, keys.card, actor, params.pupilId, body),
      wordsFor(request),
    ),
  );
  serve(app, routes.uploadRoster, ({ actor, file, request }) =>
    readUpload(services, { key: keys.roster }, actor, file, languageOf(request)),
  );
  serve(app, routes.rosterTemplate, async function* ({ reply }) {
    reply.header('content-disposition', 'attachment; filename="jalon-eleves.csv"');
    yield rosterTemplate;
  });
  serve(app, routes.rosterPreview, ({ actor, params }) =>
    previewRoster(services, actor, params.rosterId),
  );
  serve(app, routes.confirmRoster, ({ actor, params, body }) =>
    confirmRoster(services, actor, params.rosterId, body),
  );
  serve(app, routes.discardRoster, ({ actor, params }) =>
    discardRoster(services, actor, params.rosterId),
  );
}
