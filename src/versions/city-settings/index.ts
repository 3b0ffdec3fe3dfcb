/** What the city settles for itself: versions, each from a day on. */
export {
  changeSetting,
  goesByWay,
  listSettings,
  needsSecondPerson,
  settingOn,
  type AppraisalPoints,
  LEAST_CASES,
  type QuietHours,
  type SettingKind,
  type Settings,
  type SettingVersion,
  type UrgeLimits,
} from './city-settings.js';
