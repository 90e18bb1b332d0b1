/** Everything that a browser does of its own accord and that a case file must never do: talk, remember, suggest. */
const silenced = [
  'AutofillServerCommunication',
  'BackgroundFetch',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'OptimizationHintsFetching',
  'PrivacySandboxSettings4',
  'SafeBrowsing',
  'Translate',
  'WebBluetooth',
  'WebUSB',
];

/** Flags for the browser shell's window, beside Playwright's own defaults. `root`: Chromium's sandbox refuses root. */
export function browserFlags(options: {
  readonly root: boolean;
  readonly scale?: number | undefined;
}): string[] {
  return [
    '--app=data:text/html,',
    '--start-maximized',
    '--window-size=1366,768',
    // Without it a bar above the page warns of the flags below that take the network away.
    '--test-type',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-extensions-with-background-pages',
    '--disable-component-update',
    '--disable-crash-reporter',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-quic',
    '--disable-spell-checking',
    '--disable-sync',
    '--disk-cache-size=1',
    '--media-cache-size=1',
    '--dns-prefetch-disable',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=socks5://0.0.0.0:1',
    '--metrics-recording-only',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings',
    `--disable-features=${silenced.join(',')}`,
    ...(options.root ? ['--no-sandbox'] : []),
    ...(options.scale === undefined ? [] : [`--force-device-scale-factor=${options.scale}`]),
  ];
}
