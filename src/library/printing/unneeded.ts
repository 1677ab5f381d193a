/** What no Chromium without a screen needs, whoever drives it. Free of imports: Node reads this file as it stands. */
export const UNNEEDED_FEATURES: readonly string[] = [
  // The suggestions of an address field that nobody sees take a process of their own.
  'AimEnabled',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  // A process for a page that may be opened next.
  'SpareRendererForSitePerProcess',
  // Errands.
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
  // Pages are driven: they are left, loaded and closed as they are told.
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
];
