/** What the app may do in the workspace; README.md says why for each, and the manifests ask for the same. */
export const SCOPES = ['commands', 'chat:write', 'im:write', 'groups:read', 'files:write'] as const;
