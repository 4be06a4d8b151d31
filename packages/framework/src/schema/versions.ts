import { z } from 'zod';

/** A version of three numbers. */
export const semver = z.string().regex(/^\d+\.\d+\.\d+$/, "Write three numbers: '1.0.0'.");

export const competenceCode = z
  .string()
  .regex(/^[1-9]\.[1-9]$/, "Write a competence's code: '1.1'.");
