import type { Code } from './code.js';
import type { PlaceAt, Step } from './conversation.js';
import type { Move } from './move.js';
import type { Scene } from './scene.js';
import * as consent from './steps/consent.js';
import * as letter from './steps/letter.js';
import * as name from './steps/name.js';
import * as story from './steps/story.js';
import * as thanks from './steps/thanks.js';
import * as welcome from './steps/welcome.js';
import * as whole from './steps/whole.js';
import type { View } from './view.js';

/** What every step's module gives. */
interface StepModule<S extends Step> {
  /** What the step shows. */
  view(scene: Scene, place: PlaceAt<S>): View;
  /** What a press on one of the step's own buttons asks for; null where the step has no such button. */
  press(scene: Scene, code: Code, place: PlaceAt<S>): Move | null;
}

const MODULES: { readonly [S in Step]: StepModule<S> } = {
  welcome,
  whole,
  story,
  letter,
  consent,
  name,
  thanks,
};

/** What a place shows. */
export function viewOf<S extends Step>(scene: Scene, place: PlaceAt<S>): View {
  return MODULES[place.step].view(scene, place);
}

/** What a press on a place's own button asks for; null where the place has no such button. */
export function pressAt<S extends Step>(scene: Scene, place: PlaceAt<S>, code: Code): Move | null {
  return MODULES[place.step].press(scene, code, place);
}
