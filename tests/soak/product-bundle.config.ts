/**
 * How vite gathers the API and its libraries into one file: hundreds of small modules take most of
 * a start's time. What brings machine code or files of its own stays outside.
 */
export default {
  logLevel: 'error',
  ssr: {
    noExternal: true,
    external: ['better-sqlite3', 'pg-native', '@node-rs/argon2', '@fastify/swagger-ui'],
  },
  build: {
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'server.mjs', codeSplitting: false } },
  },
};
