# Conditional forwarders for DNS servers on-premises: dns-site
# Public suffixes of private endpoints, never privatelink names.

#Requires -Modules DnsServer
$ErrorActionPreference = 'Stop'
$targets = '10.1.0.68'
$domains = @(
  'blob.core.windows.net'
)
foreach ($domain in $domains) {
  if (Get-DnsServerZone -Name $domain -ErrorAction SilentlyContinue) {
    Write-Warning "$domain is there already: look at it by hand."
  } else {
    Add-DnsServerConditionalForwarderZone -Name $domain -MasterServers $targets
  }
}
