import { z } from 'zod';
import { classSummary } from './classes.ts';
import { changeGroup, groupPupils, groupView, makeGroup } from './groups.ts';
import { id } from './primitives.ts';
import { defineRoutes } from './route.ts';

const groupParams = z.object({ classId: id });
const group = { action: 'group:make', subject: 'class', param: 'classId' } as const;

/** Groups that teachers make of their pupils. */
export const routesOfGroups = defineRoutes({
  groupPupils: {
    method: 'GET',
    path: '/api/groups/pupils',
    access: { action: 'group:make' },
    summary: 'Whom one may put into a group, class by class',
    response: groupPupils,
  },
  makeGroup: {
    method: 'POST',
    path: '/api/groups',
    access: { action: 'group:make' },
    summary: 'Makes a group of pupils whom one teaches',
    body: makeGroup,
    response: classSummary,
  },
  group: {
    method: 'GET',
    path: '/api/groups/:classId',
    access: group,
    summary: 'A group that somebody made, with its pupils and who else teaches it',
    params: groupParams,
    response: groupView,
  },
  changeGroup: {
    method: 'POST',
    path: '/api/groups/:classId',
    access: group,
    summary: 'Renames a group, puts pupils into it and takes others out',
    params: groupParams,
    body: changeGroup,
    response: z.object({ changed: z.literal(true) }),
  },
  endGroup: {
    method: 'POST',
    path: '/api/groups/:classId/end',
    access: group,
    summary: 'Ends a group for all who teach it; what was given to it and the results stay',
    params: groupParams,
    response: z.object({ ended: z.literal(true) }),
  },
});
