import type { CheckLine } from '../../channel/platform.js';

/** One thing that `check` looked at. */
export type Finding = CheckLine;

export function well(subject: string, message: string): Finding {
  return { ok: true, subject, message };
}

export function warning(subject: string, message: string): Finding {
  return { ok: true, warning: true, subject, message };
}

/** Names the petition of a finding, where the bot has several. Findings of the content name their file. */
export function ofPetition(petition: string, { petitions }: { readonly petitions: readonly string[] }) {
  return (finding: Finding): Finding =>
    petitions.length < 2 || finding.subject === 'content'
      ? finding
      : { ...finding, message: `${petition}: ${finding.message}` };
}

export function failed(subject: string, message: string): Finding {
  return { ok: false, subject, message };
}
