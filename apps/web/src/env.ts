import { defineEnvVars } from '@sveltejs/kit/env';

export const variables = defineEnvVars({
  JALON_API: {
    description: 'The origin of the API, such as http://127.0.0.1:4600; its process sets it',
    // The build reads the environment too, and knows no API yet.
    schema: (value) => {
      if (value === undefined) return undefined;
      return new URL(value).origin;
    },
  },
});
