/** What the province answered, or why it did not, as its case keeps it. */
export { keepAnswers, OCCASIONS, OUTCOMES, type Occasion, type Outcome } from './keeping.js';
