import { routes } from '@jalon/types';
import { fail, redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  /** Has the file read and goes on to what it would change, or says why it cannot be used. */
  default: async (event) => {
    const send = apiFor(event);
    // Nobody else's file is taken in: it is read whole, in memory.
    await forPage(event, callApi(send, routes.school, {}));
    const file = (await event.request.formData()).get('fichier');
    if (!(file instanceof File) || file.size === 0) {
      return fail(400, { error: m.import_no_file(), problems: [] });
    }
    const read = callApi(send, routes.uploadRoster, { file }).catch((failure: unknown) => {
      if (failure instanceof ApiProblem && failure.problem.status === 413) {
        return { error: failure.problem.detail };
      }
      throw failure;
    });
    const answer = await forPage(event, read);
    if ('error' in answer) return fail(413, { error: answer.error, problems: [] });
    if (answer.rosterId === null) {
      return fail(422, { error: m.import_refused(), problems: answer.problems });
    }
    redirect(303, `/etablissement/import/${answer.rosterId}`);
  },
};
