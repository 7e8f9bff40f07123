// What sealglass.js is: it registers the elements, and has the API.

import { inspect, rules } from './api.js';
import { SealglassCard } from './card.js';
import { SealglassDrop } from './drop.js';

if (!customElements.get('sealglass-card')) customElements.define('sealglass-card', SealglassCard);
if (!customElements.get('sealglass-drop')) customElements.define('sealglass-drop', SealglassDrop);

export { SealglassCard, SealglassDrop, inspect, rules };
