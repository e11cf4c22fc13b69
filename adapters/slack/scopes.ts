/**
 * The app's permissions in the workspace. README.md says why it needs each; the manifests request the same
 * ones.
 */
export const SCOPES = ['commands', 'chat:write', 'im:write', 'groups:read', 'files:write'] as const;
