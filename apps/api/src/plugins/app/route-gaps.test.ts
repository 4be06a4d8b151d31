import { defineRoutes, routes } from '@jalon/types';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { refuseGaps, watchServed } from './route-gaps.ts';

describe('a start', () => {
  it('is stopped by a route of the contract that no handler answers', () => {
    const { health, home, ...rest } = routes;
    expect(() => refuseGaps(routes, new Set(Object.values(rest)))).toThrow(
      'Route health (GET /api/health) has no handler.\nRoute home (GET /api/home) has no handler.',
    );
    expect(() =>
      refuseGaps(routes, new Set(Object.values({ health, home, ...rest }))),
    ).not.toThrow();
  });

  it('is stopped by a route whose reach no query can check', () => {
    const table = defineRoutes({
      odd: {
        method: 'GET',
        path: '/api/odd/:classId',
        access: { action: 'cohort:read', subject: 'class', param: 'classId' },
        summary: 'An inspector reads a class',
        stream: 'text/plain',
      },
    });
    expect(() => refuseGaps(table, new Set(Object.values(table)))).toThrow(
      'Route odd: no query says whether a class is within own-territory for the role inspector.',
    );
  });

  it('is stopped by a route of which nothing says who may call it', () => {
    const app = Fastify();
    watchServed(app);
    expect(() => app.get('/api/leak', () => 'names')).toThrow(
      'Nothing says who may call /api/leak.',
    );
  });
});
