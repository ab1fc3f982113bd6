import type { Sourced } from './source.ts';

/** Ends of names below which anybody can have one. */
export interface OpenSuffixes extends Sourced {
  readonly about: string;
  readonly suffixes: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Sold to anybody who asks. Ends that belong to a brand, a profession or a state are not among them, nor are those that
 * organisations use inside, such as `corp`.
 */
const registered: OpenSuffixes = {
  sources: ['publicSuffixes'],
  about: 'Top-level ends that are open to registration',
  suffixes: words(`
  academy accountants actor agency apartments app art asia associates auction audio autos baby band bar
  beauty beer best bet bid bike bio biz black blog blue boats boutique build builders business buzz cab cafe
  camera camp capital cards care careers cash casino center chat cheap christmas church city claims cleaning
  click clinic clothing cloud club coach codes coffee college com community company computer condos
  construction consulting contact contractors cooking cool country coupons courses credit cricket cruises
  cyou dance date dating day deals degree delivery democrat dental design dev diamonds diet digital direct
  directory discount dog domains download earth education email energy engineer engineering enterprises
  equipment estate events exchange expert express fail faith family fan fans farm fashion finance financial
  fish fishing fit fitness flights florist flowers foo football forsale forum foundation fun fund furniture
  futbol fyi gallery game games garden gifts gives glass global gmbh gold golf graphics gratis green gripe
  group guide guitars guru hair haus help hiphop hockey holdings holiday homes horse host hosting house how
  icu immo inc industries info ink institute insure international investments jetzt jewelry juegos kaufen
  kim kitchen land lat lawyer lease legal lgbt life lighting limited limo link live llc loan loans lol love
  ltd ltda luxury maison makeup management market marketing mba media memorial men mobi moda mom money
  monster mortgage mov movie name net network news ninja observer one online org page partners parts party
  pet phd photo photography photos pics pictures pink pizza place plumbing plus poker press pro productions
  promo properties property protection pub qpon quest racing realty recipes red rehab reise rent rentals
  repair report republican rest restaurant review reviews rip rocks rodeo rsvp run sale salon sarl sbs
  science security services sex sexy shiksha shoes shop shopping show singles site ski skin soccer social
  software solar solutions space storage store stream studio style sucks supplies supply support surf
  surgery systems tattoo tax taxi team tech technology tel tennis theater theatre tienda tips tires today
  tools top tours town toys trade trading training tube university uno vacations ventures viajes video
  villas vin vip vision vodka vote voyage wang watch webcam website wedding wiki win wine work works world
  wtf xxx xyz yachts yoga zip zone
  `),
};

/** Those of Azure are no strangers’ names but services of the catalogue. */
const hosted: OpenSuffixes = {
  sources: ['publicSuffixes'],
  about: 'Ends of services that give a name to everybody who signs up',
  suffixes: words(`
  a.run.app altervista.org amplifyapp.com appspot.com bitbucket.io blogspot.com cloudfront.net
  cloudfunctions.net csb.app ddns.net deno.dev duckdns.org dyndns.org elasticbeanstalk.com firebaseapp.com
  fly.dev framer.app freeddns.org github.io githubusercontent.com gitlab.io global.ssl.fastly.net
  googleapis.com herokuapp.com hf.space hopto.org myds.me myshopify.com netlify.app ngrok-free.app
  ngrok-free.dev ngrok.app ngrok.dev ngrok.io notion.site now.sh nyc3.digitaloceanspaces.com
  ondigitalocean.app onrender.com pages.dev pythonanywhere.com r2.dev readthedocs.io repl.co replit.app
  s3.amazonaws.com streamlit.app supabase.co synology.me trycloudflare.com vercel.app vercel.dev web.app
  webflow.io wixsite.com workers.dev zapto.org
  `),
};

export const openSuffixes: readonly OpenSuffixes[] = [registered, hosted];

const known: ReadonlySet<string> = new Set(openSuffixes.flatMap(({ suffixes }) => suffixes));

/** Every end of two letters is that of a country. */
const ofCountry = /^((com?|net|org)\.)?[a-z]{2}$/;

/**
 * Whether anybody can register a name that ends so: `com`, `io`, `co.uk`, `github.io`, and no `microsoft.com`. What lies
 * above such an end holds its names too: `amazonaws.com` those of `s3.amazonaws.com`.
 */
export const isOpenToAll = (suffix: string): boolean =>
  ofCountry.test(suffix) || known.has(suffix) || hosted.suffixes.some((one) => one.endsWith(`.${suffix}`));
