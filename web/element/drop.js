// <sealglass-drop>: the whole tool, in somebody else's page. It is a card that
// takes files and shows everything.

import { SealglassCard } from './card.js';

export class SealglassDrop extends SealglassCard {
  connectedCallback() {
    this.toggleAttribute('drop', true);
    if (!this.hasAttribute('view')) this.setAttribute('view', 'full');
    super.connectedCallback();
  }
}
