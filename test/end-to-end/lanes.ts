/** Stories of the demonstration played side by side; what bars an applicant from the next follows one another. */
export const RESTAURANTS = ['restaurant', 'restaurant-refused', 'restaurant-withdrawn'];

export const LANES = [
  [...RESTAURANTS],
  ['allowance', 'gaps', 'gaps-missed', 'promise-broken', 'sent-up'],
  ['newborn', 'newborn-refused', 'renewal', 'window', 'penalty'],
];
