/**
 * Whether anybody can register a name that ends so: `com`, `io`, `co.uk`, and no `microsoft.com`. The ends most in use, of
 * https://publicsuffix.org; every end of two letters is that of a country.
 */
export const isOpenToAll = (suffix: string): boolean =>
  /^(com|net|org|info|biz|name|pro|xyz|online|site|top|shop|store|app|dev|page|cloud|tech|((com?|net|org)\.)?[a-z]{2})$/.test(
    suffix,
  );
