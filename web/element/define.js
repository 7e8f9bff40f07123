// What sealglass.js is: it registers <sealglass-card>, and has the API.

import { inspect, rules } from './api.js';
import { SealglassCard } from './card.js';

if (!customElements.get('sealglass-card')) customElements.define('sealglass-card', SealglassCard);

export { SealglassCard, inspect, rules };
