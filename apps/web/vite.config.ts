import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
      cookieName: 'jalon_language',
      isServer: 'import.meta.env.SSR',
      emitReadme: false,
      emitGitIgnore: false,
      emitPrettierIgnore: false,
    }),
    sveltekit({
      adapter: adapter({ precompress: true }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          // The one inline style is that of SvelteKit's announcer of new pages to screen readers.
          'style-src': [
            'self',
            'unsafe-hashes',
            'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=',
          ],
          'img-src': ['self', 'data:'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      // The few styles of a page alone come with it: one request less.
      inlineStyleThreshold: 1_024,
      version: { pollInterval: 0 },
    }),
  ],
  build: {
    // A tablet of 2015 that still gets its browser's updates, and an iPad kept at iOS 15.
    target: ['chrome100', 'firefox100', 'safari15'],
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // Few files: a page asks for what all pages share, for the contract where it calls the
            // API itself, and for what is its own. A simulator comes where one is asked.
            codeSplitting: {
              groups: [
                {
                  name: 'contract',
                  test: /[\\/](zod|packages[\\/]types|packages[\\/]items[\\/].*(contracts?|shared[\\/].*))[\\/.]/,
                },
                {
                  name: 'framework',
                  test: /[\\/]node_modules[\\/]|[\\/]paraglide[\\/]runtime|\0/,
                  minShareCount: 2,
                },
                {
                  name: 'common',
                  test: /[\\/]web[\\/]src[\\/](?!lib[\\/]items[\\/]simulators[\\/][^\\/]+[\\/])|packages[\\/]items[\\/]src[\\/]simulator[\\/]machine/,
                  minShareCount: 2,
                },
              ],
            },
          },
        },
      },
    },
  },
});
