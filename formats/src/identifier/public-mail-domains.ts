/** Domains where anyone can have a mailbox: the large providers, and the Dutch and Belgian access providers. */
export const publicMailDomains: ReadonlySet<string> = new Set(
  (
    "gmail.com googlemail.com outlook.com outlook.nl outlook.be hotmail.com hotmail.nl hotmail.be " +
    "hotmail.co.uk hotmail.de hotmail.fr live.com live.nl live.be msn.com yahoo.com yahoo.nl yahoo.de " +
    "yahoo.fr yahoo.co.uk ymail.com rocketmail.com icloud.com me.com mac.com aol.com proton.me " +
    "protonmail.com pm.me tutanota.com tuta.io gmx.com gmx.net gmx.de gmx.at web.de t-online.de " +
    "freenet.de mail.com mail.ru yandex.com yandex.ru zoho.com fastmail.com hey.com duck.com " +
    "kpnmail.nl kpnplanet.nl planet.nl hetnet.nl kpn.nl ziggo.nl ziggomail.com home.nl casema.nl " +
    "chello.nl upcmail.nl multiweb.nl quicknet.nl xs4all.nl telfort.nl tele2.nl online.nl onsnet.nl " +
    "onsbrabantnet.nl solcon.nl zeelandnet.nl zonnet.nl versatel.nl wxs.nl tiscali.nl freeler.nl " +
    "caiway.nl caiway.net delta.nl kabelfoon.nl glasnet.nl hccnet.nl cs.com compuserve.com het-net.nl " +
    "12move.nl wanadoo.nl wanadoo.fr orange.nl orange.fr orange.be free.fr laposte.net sfr.fr " +
    "telenet.be skynet.be proximus.be scarlet.be pandora.be voo.be btinternet.com sky.com " +
    "virginmedia.com talktalk.net libero.it tin.it virgilio.it seznam.cz wp.pl onet.pl o2.pl " +
    "bluewin.ch qq.com 163.com 126.com"
  ).split(" "),
);
