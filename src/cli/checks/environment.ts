import { type ConfiguredPlatform, configurePlatforms, type Platform } from '../../channel/platform.js';
import { type Configuration, type Environment, readConfiguration } from '../../config.js';
import { type Finding, failed, warning, well } from './finding.js';

/** The parts of the environment that are valid. */
export interface CheckedEnvironment {
  /** Read without the variables that are wrong, so that the rest can be looked at; null where even that fails. */
  readonly configuration: Configuration | null;
  readonly platforms: readonly ConfiguredPlatform[];
  readonly preview: boolean;
  /** The variables that are wrong or missing. */
  readonly wrong: ReadonlySet<string>;
}

/** Checks every variable, and reports all problems, not only the first. */
export function checkEnvironment(
  env: Environment,
  known: readonly Platform[],
): { readonly findings: readonly Finding[]; readonly environment: CheckedEnvironment } {
  const { configured, problems } = configurePlatforms(known, env);
  const all = [...readConfiguration(env, configured.length).problems, ...problems];
  const wrong = new Set(all.map(({ variable }) => variable));
  const rest = Object.fromEntries(Object.entries(env).filter(([variable]) => !wrong.has(variable)));
  // A platform with a mistake in its variables is meant to run, so this is not a preview.
  const preview = configured.length === 0 && problems.length === 0;
  const { configuration } = readConfiguration(rest, 0);
  const names = configured.map(({ channel }) => channel).join(', ');
  const findings =
    all.length > 0
      ? all.map(({ variable, message }) => failed(variable, message))
      : [
          well(
            'environment',
            preview ? 'no platform is configured: this is a preview' : `platforms: ${names}`,
          ),
        ];
  if (!preview && configuration?.recipients?.length === 1) {
    findings.push(
      warning(
        'SEAL_RECIPIENTS',
        'only one key can read the names: if its identity is lost, so are they; add another',
      ),
    );
  }
  return { findings, environment: { configuration, platforms: configured, preview, wrong } };
}
