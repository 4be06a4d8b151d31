import { routes } from '@jalon/types';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { serve } from '../serve.ts';
import { type CaseSource, createCaseLibrary } from '../services/case-library.ts';

/** Frameworks as 1EdTech's CASE 1.1 has them. */
export function caseRoutes(
  app: FastifyInstance,
  source: CaseSource,
  { origin }: { origin: string | null },
): void {
  const libraryAt = createCaseLibrary(source);
  const library = ({ protocol, host }: FastifyRequest) =>
    libraryAt(origin ?? `${protocol}://${host}`);
  serve(app, routes.caseDocuments, ({ request }) => ({
    CFDocuments: library(request).documents(),
  }));
  serve(app, routes.caseDocument, ({ request, params }) => library(request).document(params.id));
  serve(app, routes.casePackage, ({ request, params }) => library(request).package(params.id));
  serve(app, routes.caseItem, ({ request, params }) => library(request).item(params.id));
  serve(app, routes.caseItemAssociations, ({ request, params }) =>
    library(request).itemAssociations(params.id),
  );
  serve(app, routes.caseAssociation, ({ request, params }) =>
    library(request).association(params.id),
  );
}
