import type { Code } from './code.js';
import type { Place } from './conversation.js';
import type { Move } from './move.js';
import type { Scene } from './scene.js';
import * as consent from './steps/consent.js';
import * as demands from './steps/demands.js';
import * as letter from './steps/letter.js';
import * as name from './steps/name.js';
import * as story from './steps/story.js';
import * as thanks from './steps/thanks.js';
import * as welcome from './steps/welcome.js';
import type { View } from './view.js';

/** What a place shows. */
export function viewOf(scene: Scene, place: Place): View {
  switch (place.step) {
    case 'welcome':
      return welcome.view(scene, place);
    case 'story':
      return story.view(scene, place);
    case 'demands':
      return demands.view(scene);
    case 'letter':
      return letter.view(scene);
    case 'consent':
      return consent.view(scene);
    case 'name':
      return name.view(scene, place);
    case 'thanks':
      return thanks.view(scene);
  }
}

/** What a press on a place's button asks for; null if the place has no such button. */
export function pressAt(scene: Scene, place: Place, code: Code): Move | null {
  switch (place.step) {
    case 'welcome':
      return welcome.press(scene, code);
    case 'story':
      return story.press(scene, place, code);
    case 'demands':
      return demands.press(scene, code);
    case 'letter':
      return letter.press(scene, code);
    case 'consent':
      return consent.press(code);
    case 'name':
      return name.press(scene, place, code);
    case 'thanks':
      return thanks.press(scene, code);
  }
}
