// What sealglass.js is: it registers the elements, and has the API.

import { SealglassCard, SealglassDrop, inspect, rules } from './index.js';

if (!customElements.get('sealglass-card')) customElements.define('sealglass-card', SealglassCard);
if (!customElements.get('sealglass-drop')) customElements.define('sealglass-drop', SealglassDrop);

export { SealglassCard, SealglassDrop, inspect, rules };
