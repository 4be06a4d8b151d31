import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './drizzle/postgres.ts',
  out: './migrations/postgres',
  casing: 'snake_case',
});
