import { z } from 'zod';
import { id, instant } from './primitives.ts';
import { defineRoutes } from './route.ts';

const uuid = z.uuid();
const extensions = z.record(z.string(), z.unknown());
const link = z.object({ title: z.string(), identifier: uuid, uri: z.string() });
const record = z.object({ identifier: uuid, uri: z.string(), lastChangeDateTime: instant });
const node = link.extend({ targetType: z.literal('CASE') });

const caseDocument = record.extend({
  caseVersion: z.literal('1.1'),
  creator: z.string(),
  title: z.string(),
  language: z.string(),
  version: z.string(),
  officialSourceURL: z.string(),
  adoptionStatus: z.literal('Adopted'),
  notes: z.string(),
  extensions,
});
const packageItem = record.extend({
  CFItemType: z.string(),
  humanCodingScheme: z.string(),
  fullStatement: z.string(),
  language: z.string(),
  notes: z.string().optional(),
  extensions: extensions.optional(),
});
const caseItem = packageItem.extend({ CFDocumentURI: link });
const caseAssociation = record.extend({
  associationType: z.enum(['isChildOf', 'exactMatchOf', 'isPartOf', 'isRelatedTo']),
  sequenceNumber: z.int().positive().optional(),
  originNodeURI: node,
  destinationNodeURI: node,
  notes: z.string().optional(),
});
const params = z.object({ id });

/** Frameworks as 1EdTech's CASE 1.1 has them, for whoever asks: nothing here is of a person. */
export const routesOfCase = defineRoutes({
  caseDocuments: {
    method: 'GET',
    path: '/ims/case/v1p1/CFDocuments',
    access: 'public',
    summary: 'The frameworks: one document for each release, and one for each other framework',
    response: z.object({ CFDocuments: z.array(caseDocument) }),
  },
  caseDocument: {
    method: 'GET',
    path: '/ims/case/v1p1/CFDocuments/:id',
    access: 'public',
    summary: 'One framework, without its items',
    params,
    response: caseDocument,
  },
  casePackage: {
    method: 'GET',
    path: '/ims/case/v1p1/CFPackages/:id',
    access: 'public',
    summary: 'A framework whole: its document, items and associations',
    params,
    response: z.object({
      CFDocument: caseDocument,
      CFItems: z.array(packageItem),
      CFAssociations: z.array(caseAssociation),
    }),
  },
  caseItem: {
    method: 'GET',
    path: '/ims/case/v1p1/CFItems/:id',
    access: 'public',
    summary: 'One domain, competence or descriptor',
    params,
    response: caseItem,
  },
  caseItemAssociations: {
    method: 'GET',
    path: '/ims/case/v1p1/CFItemAssociations/:id',
    access: 'public',
    summary: 'One item with every association that it is an end of',
    params,
    response: z.object({ CFItem: caseItem, CFAssociations: z.array(caseAssociation) }),
  },
  caseAssociation: {
    method: 'GET',
    path: '/ims/case/v1p1/CFAssociations/:id',
    access: 'public',
    summary: 'One association',
    params,
    response: caseAssociation,
  },
});
