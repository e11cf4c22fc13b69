import { pageAsset } from '../channel/page-asset.js';

/** The page's own files by address. */
export const ASSETS = {
  '/favicon.svg': pageAsset('src/http/public/favicon.svg'),
  '/assets/page.css': pageAsset('src/http/public/page.css'),
  '/assets/campaign.css': pageAsset('src/http/public/campaign.css'),
  '/assets/card.css': pageAsset('src/http/public/card.css'),
  '/assets/log.css': pageAsset('src/http/public/log.css'),
  '/assets/bar.js': pageAsset('dist/src/http/client/bar.js'),
  '/assets/share.js': pageAsset('dist/src/http/client/share.js'),
  '/assets/total.js': pageAsset('dist/src/http/client/total.js'),
  '/assets/progress.css': pageAsset('src/http/public/progress.css'),
  '/assets/screen.css': pageAsset('src/http/public/screen.css'),
  '/assets/screen.js': pageAsset('dist/src/http/client/screen.js'),
} as const;
