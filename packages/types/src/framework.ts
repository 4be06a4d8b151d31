import { z } from 'zod';
import { competenceCode } from './primitives.ts';

/** Which release a result was made under. */
export const releaseReference = z.object({
  framework: z.string(),
  version: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReleaseReference = z.infer<typeof releaseReference>;

/** A release's number, three numbers such as `1.2.0`. */
export const releaseVersion = z
  .string()
  .regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'a release such as 1.2.0');

/** Which release to show results under; absent, the API chooses and says which. */
export const releaseQuery = z.object({ release: releaseVersion.optional() });

/** One official sentence of what a pupil can do. */
export const descriptor = z.object({
  code: z.string(),
  level: z.int().positive(),
  text: z.string(),
});
export type Descriptor = z.infer<typeof descriptor>;

/** The framework as people read it, with how many items each competence has in the release. */
export const frameworkView = z.object({
  release: releaseReference,
  title: z.string(),
  source: z.string(),
  levels: z.array(z.object({ level: z.int().positive(), band: z.string(), text: z.string() })),
  domains: z.array(z.object({ code: z.string(), name: z.string() })),
  competences: z.array(
    z.object({
      code: competenceCode,
      domain: z.string(),
      name: z.string(),
      definition: z.string(),
      items: z.int().nonnegative(),
      descriptors: z.array(descriptor),
    }),
  ),
});
export type FrameworkView = z.infer<typeof frameworkView>;

/** What the second of two competences says, held against the first. */
export const relation = z.enum(['exact', 'close', 'broader', 'narrower', 'related']);

const crosswalkSide = z.object({ framework: z.string(), version: z.string(), title: z.string() });

/** Another framework, competence by competence, with what corresponds to each in ours. */
export const crosswalkView = z.object({
  id: z.string(),
  version: z.string(),
  from: crosswalkSide,
  to: crosswalkSide.extend({ language: z.string(), source: z.string(), licence: z.string() }),
  domains: z.array(z.object({ code: z.string(), name: z.string() })),
  competences: z.array(
    z.object({
      code: z.string(),
      domain: z.string(),
      name: z.string(),
      definition: z.string(),
      /** Competences of our framework, and what this one says held against each. */
      links: z.array(
        z.object({ competence: competenceCode, relation, why: z.string().nullable() }),
      ),
    }),
  ),
});
export type CrosswalkView = z.infer<typeof crosswalkView>;
