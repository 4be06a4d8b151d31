import type { HandleClientError } from '@sveltejs/kit/hooks';
import { m } from '#lib/paraglide/messages.js';
import { isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The page is already in the language that the server settled.
overwriteGetLocale(() =>
  isLocale(document.documentElement.lang) ? document.documentElement.lang : 'fr',
);

export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === 'app') return error;
  if (kind === 'framework' && error.status === 404) {
    return { message: m.error_not_found_title(), detail: m.error_not_found_detail() };
  }
  if (!navigator.onLine || error instanceof TypeError) {
    return {
      status: 503,
      message: m.error_offline_title(),
      detail: m.error_offline_detail(),
      code: 'offline',
    };
  }
  console.error(error);
  return { message: m.error_unexpected_title(), detail: m.error_unexpected_detail() };
};
