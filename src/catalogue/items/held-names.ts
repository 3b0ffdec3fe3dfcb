/** What the platform fetches itself of an applicant, by `heldAs` of a material: nobody hands it in. */
export const HELD_NAMES: Readonly<Record<string, string>> = {
  'business-licence': '营业执照',
  'id-card': '居民身份证',
  'household-register': '居民户口簿',
  property: '不动产权证',
  'social-security-card': '社会保障卡',
};
