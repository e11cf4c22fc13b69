import { pageAsset } from '../channel/page-asset.js';

/** The page's own files by address. */
export const ASSETS = {
  '/favicon.svg': pageAsset('src/http/public/favicon.svg'),
  '/assets/page.css': pageAsset('src/http/public/page.css'),
  '/assets/total.js': pageAsset('dist/src/http/client/total.js'),
  '/assets/screen.css': pageAsset('src/http/public/screen.css'),
  '/assets/screen.js': pageAsset('dist/src/http/client/screen.js'),
} as const;
