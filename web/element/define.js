// Registers <sealglass-card>. Whoever wants another name, or the class alone,
// imports card.js.

import { SealglassCard } from './card.js';

if (!customElements.get('sealglass-card')) customElements.define('sealglass-card', SealglassCard);

export { SealglassCard };
