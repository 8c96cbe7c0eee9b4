"""Passwords that everybody tries first, in lower case; digits and marks at their ends come off before."""

from __future__ import annotations

from typing import Final

COMMON_PASSWORDS: Final = frozenset(
    """
    000000 0000000 00000000 000000000 111111 1111111 11111111 111111111 112233 11223344 1122334455 121212
    12121212 123123 123123123 123321 1234 12341234 12345 123456 1234567 12345678 123456789 1234567890 12344321
    123456a 123456aa 12345qwert 123654 123abc 123qwe 123qweasd 123qweasdzxc 13131313 135790 147258 147258369
    1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 20202020 22222222 33333333 44444444
    55555555 654321 66666666 69696969 7654321 77777777 789456 789456123 87654321 88888888 987654 9876543210
    987654321 99999999 a1b2c3 a1b2c3d4 aa123456 aaaaaaaa abc abc123 abc12345 abc123456 abcabc abcd abcd1234
    abcdef abcdefg abcdefgh abcdefghi access account admin admin123 administrator adminadmin alexander
    amanda andrea andrew angel apple asdasd asdf asdf1234 asdfasdf asdfgh asdfghj asdfghjk asdfghjkl ashley
    attendant babygirl bailey baseball basketball batman beautiful benutzer blink182 booth butterfly carpark
    cashier changeit changeme changemenow charlie cheese chelsea chocolate computer console cookie danger
    daniel default default123 defaultpassword demo dragon einpark einparken eminem enter entrance facebook
    falcon flower football freedom friends fuckyou garage gateway george ginger google guest hallo hannah
    harley hello hello123 helloworld hottie hunter hunter2 iloveu iloveyou iloveyou1 internet jennifer
    jessica jordan jordan23 joshua justin kasse kennwort killer landlord letmein letmein123 liverpool login
    lotkeeper lovely loveme maggie manager maria martin master matrix matthew merlin michael michelle monkey
    monster mustang mypassword naruto nicole ninja nothing oracle orange pa55word parkhaus parking
    parkinglot parkplatz pass passcode passphrase passpass passw0rd passwd password passwort pepper picture
    pokemon princess purple q1w2e3 q1w2e3r4 q1w2e3r4t5 qazqaz qazwsx qazwsxedc qq123456 qqww1122 qwaszx qwe123
    qweasd qweasdzxc qweqwe qwer1234 qwert qwertz qwertzu qwertzui qwertzuiop qwerty qwerty123 qwerty1234
    qwerty12345 qwertyu qwertyui qwertyuiop rainbow ranger reception robert root samsung scooby secret
    secure security service shadow silver snoopy soccer spiderman starwars summer summer2024 summer2025
    sunshine superman supervisor support system taipei taiwan target team temp temporary test test1234
    testing testtest thomas tigger tomtom training trustno1 user username victoria vietnam wachtwoord
    welcome welcome123 whatever william winner winter wsxedc xxxxxxxx yankees zaq12wsx zaq1zaq1 zxcvbn zxcvbnm
    zxczxc
    """.split()  # noqa: SIM905 - a list of words is read, not a list of literals
)
