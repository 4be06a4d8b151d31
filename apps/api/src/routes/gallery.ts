import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import type { GallerySource } from '../services/gallery/bank.ts';
import { listGallery } from '../services/gallery/list.ts';
import { showItem } from '../services/gallery/show.ts';
import { tryItem } from '../services/gallery/try.ts';

/** Every item, for staff to see and try. */
export function galleryRoutes(app: FastifyInstance, source: GallerySource): void {
  serve(app, routes.gallery, () => listGallery(source.bank()));
  serve(app, routes.galleryDraft, () => ({ version: source.draft() }));
  serve(app, routes.galleryItem, ({ params, query }) =>
    showItem(source.bank(), params.itemId, query.seed),
  );
  serve(app, routes.tryItem, ({ params, body }) => tryItem(source.bank(), params.itemId, body));
}
