/** What there is to tell somebody of. */
export interface Occasion {
  /** As pages and administrators call it. */
  name: string;
  audience: 'applicant' | 'staff';
  /** Whether a text message goes out for it, besides the notification. */
  texted: boolean;
  /**
   * Facts its words may name, and what they are in Chinese. No name, number or address of a person is
   * among them: texts go through other hands (个人信息保护法第六条).
   */
  facts: Readonly<Record<string, string>>;
  /** Built-in words; `{{fact}}` is filled in. */
  text: string;
}
