import { z } from 'zod';
import { draftVersion, gallery, galleryItem, gallerySeed, itemTry } from './gallery.ts';
import { releaseView, releaseViewQuery } from './releases.ts';
import { scoredFeedback } from './results.ts';
import { defineRoutes } from './route.ts';

const itemParams = z.object({ itemId: z.string().min(1).max(100) });

/** Every item, seen and tried by staff: nothing is kept of what they try. */
export const routesOfGallery = defineRoutes({
  gallery: {
    method: 'GET',
    path: '/api/gallery',
    access: { action: 'gallery:read' },
    summary: 'Every item of the release in force, to choose one from',
    response: gallery,
  },
  galleryDraft: {
    method: 'GET',
    path: '/api/gallery/draft',
    access: { action: 'gallery:read' },
    summary: 'Which state of the working folder the gallery shows, where it shows a draft',
    response: z.object({ version: draftVersion }),
  },
  galleryItem: {
    method: 'GET',
    path: '/api/gallery/items/:itemId',
    access: { action: 'gallery:read' },
    summary: 'One item as a pupil sees it, with its key and what it measures',
    params: itemParams,
    query: z.object({ seed: gallerySeed.default('1') }),
    response: galleryItem,
  },
  releases: {
    method: 'GET',
    path: '/api/releases',
    access: { action: 'gallery:read' },
    summary: 'Releases: what one holds, what it changed, how it covers each descriptor',
    query: releaseViewQuery,
    response: releaseView,
  },
  tryItem: {
    method: 'POST',
    path: '/api/gallery/items/:itemId/tries',
    access: { action: 'gallery:read' },
    summary: 'Scores an answer, explains the score, and keeps nothing',
    params: itemParams,
    body: itemTry,
    response: scoredFeedback,
  },
});
