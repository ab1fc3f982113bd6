import type { ForwarderGroup } from './forwarder-plan.ts';
import { forwarderExporter } from './server-exporter.ts';

/** https://learn.microsoft.com/powershell/module/dnsserver/add-dnsserverconditionalforwarderzone */
export const windowsForwarders = forwarderExporter('forwarders-windows', '#', ({ domains, targets }) => [
  '#Requires -Modules DnsServer',
  "$ErrorActionPreference = 'Stop'",
  `$targets = ${targets.map((target) => `'${target}'`).join(', ')}`,
  '$domains = @(',
  ...domains.map((domain) => `  '${domain}'`),
  ')',
  'foreach ($domain in $domains) {',
  '  if (Get-DnsServerZone -Name $domain -ErrorAction SilentlyContinue) {',
  '    Write-Warning "$domain is there already: look at it by hand."',
  '  } else {',
  '    Add-DnsServerConditionalForwarderZone -Name $domain -MasterServers $targets',
  '  }',
  '}',
]);

/** https://bind9.readthedocs.io/en/stable/reference.html, statement `zone` of type `forward`. */
export const bindForwarders = forwarderExporter('forwarders-bind', '//', ({ domains, targets }) =>
  domains.flatMap((domain) => [
    `zone "${domain}" {`,
    '    type forward;',
    '    forward only;',
    `    forwarders { ${targets.map((target) => `${target};`).join(' ')} };`,
    '};',
  ]),
);

/** https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html, option `server`. */
export const dnsmasqForwarders = forwarderExporter('forwarders-dnsmasq', '#', ({ domains, targets }) =>
  domains.flatMap((domain) => targets.map((target) => `server=/${domain}/${target}`)),
);

/** https://coredns.io/plugins/forward/ */
export const coreDnsForwarders = forwarderExporter(
  'forwarders-coredns',
  '#',
  ({ domains, targets }: ForwarderGroup) =>
    domains.flatMap((domain) => [
      `${domain}:53 {`,
      '    errors',
      '    cache 30',
      `    forward . ${targets.join(' ')}`,
      '}',
    ]),
);
