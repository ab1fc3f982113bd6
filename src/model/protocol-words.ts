/** A protocol as people write it, whatever case Azure has: `Https` is HTTPS; other words stay. */
export const protocolInWords = (protocol: string): string =>
  /^(?:tcp|udp|icmp|esp|ah|https?|mssql)$/i.test(protocol) ? protocol.toUpperCase() : protocol;
