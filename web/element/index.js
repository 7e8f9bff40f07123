// What the package "sealglass" has in a browser: the elements, which nobody has
// registered yet, and the API.

import { inspect, rules } from './api.js';
import { SealglassCard } from './card.js';
import { SealglassDrop } from './drop.js';

export { SealglassCard, SealglassDrop, inspect, rules };
