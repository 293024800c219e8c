<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
<context>
    <name>AboutPerson</name>
    <message>
        <source>Køn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alder ikke oplyst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Har været her før</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fødselsår</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret oplysninger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Født</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tlf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Køn, alder og telefon er ikke oplyst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fødselsåret kan ikke passe. Skriv fx 1974 eller 74.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutYouStep</name>
    <message>
        <source>Velkommen til Vejviser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Det tager et par minutter at komme i gang. Alt, du skriver, bliver på denne computer og gemmes krypteret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trin 1 af 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faggruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Navn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Faggruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Projekt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Står øverst i alle opgørelser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prøv med demodata først</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv dit navn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vælg din faggruppe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv, hvad projektet hedder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressRow</name>
    <message>
        <source>Vej og nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postnummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fjern adressen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Fortrudt: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Låst, fordi computeren ikke var i brug. Din kladde er gemt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Privat &amp;note …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annullér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privat &amp;note ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privat note, udfyldt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privat note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Circumstances</name>
    <message>
        <source>Nej</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sygemeldt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message numerus="yes">
        <source>%n valgt</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{title} valgt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} fjernet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Ingen fund</source>
        <translation>No hits</translation>
    </message>
    <message numerus="yes">
        <source>%n fund</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactRow</name>
    <message>
        <source>Rolle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fjern kontakten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextRow</name>
    <message>
        <source>Sted og tid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fremmøde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vejleder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uden for fremmøde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datoen kan ikke læses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klokkeslættet kan ikke læses. Skriv fx 924 eller 9.24.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutter skal være et tal fra 0 til 1440.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»{text}« er ikke en arbejdsplads. Vælg fra listen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Årsager og råd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unikke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem som PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem som Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem som CSV til beregning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV til Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem som CSV til Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interne tal: de er ikke beskyttet mod, at nogen kan genkendes. Del dem ikke uden for projektet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opgørelse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd-mm-åååå</source>
        <translation>dd-mm-yyyy</translation>
    </message>
    <message>
        <source>Datoen kan ikke læses. Skriv fx 2111, i går eller 21-11-2026.</source>
        <translation>The date cannot be read. Type for instance 2111, yesterday or 21-11-2026.</translation>
    </message>
    <message>
        <source>Skriv en dato.</source>
        <translation>Type a date.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Sektor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Første dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidste dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Står i tabeller og i import. Bruges aldrig til et andet sted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antal ansatte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P-nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 cifre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Et nyt navn bliver oprettet, når du gemmer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CVR-nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 cifre, for hele organisationen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Når I er holdt op på stedet. Tallene bliver bevaret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CVR-nummeret passer ikke. Se efter tastefejl: det har 8 cifre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P-nummeret skal have 10 cifre.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Vælg en henvendelse for at se den her.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret henvendelsen (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiér til ny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiér til ny henvendelse (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slet henvendelsen (Delete); kan fortrydes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Årsager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Råd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ændringer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privat note: kommer aldrig i opgørelser eller eksport</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftOffer</name>
    <message numerus="yes">
        <source>Du har %n kladder, den seneste fra {when}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Du har en rettelse fra {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Du har en kladde fra {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fortsæt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kassér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kladden er kasseret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fortryd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Opfølgning i dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intet at følge op på i dag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle opfølgninger</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Søg i henvendelser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Søg navn, telefon, arbejdsplads eller kode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Årsag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Råd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vejleder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle slags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fra og med</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Til og med</source>
        <translation>To and including</translation>
    </message>
    <message>
        <source>Nulstil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nulstil alle filtre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle arbejdspladser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle vejledere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle årsager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle råd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUpField</name>
    <message>
        <source>&amp;Opfølgning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 uge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 uger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dato …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dato for opfølgning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvad er lovet?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datoen for opfølgningen kan ikke læses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv datoen for opfølgningen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message>
        <source>Mellemrum: gjort · 1: en dag senere · 7: en uge senere · F2: åbn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen opfølgninger. Aftal en, når du registrerer en henvendelse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny henvendelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opfølgning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} åbne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {count} over tid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opfølgningen er gjort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opfølgningen er slettet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Udsat til {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Sprog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gates</name>
    <message>
        <source>Vejviser gendannelsesark.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem gendannelsesark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find sikkerhedskopi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sikkerhedskopier (vejviser-*.db)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuardLine</name>
    <message>
        <source>Maskér</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityPanel</name>
    <message>
        <source>Identitet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Anonym</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Registreret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navn eller telefon (tomt: anonym)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seneste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personer, der senest har været her</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ja, saml dem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ej</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny person: skriv navnet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rettelserne gælder alle personens henvendelser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Måske {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Måske {name} eller %n anden/andre</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Ja, samme person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ej, en ny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InquiriesPage</name>
    <message>
        <source>Henvendelser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importér …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen henvendelser endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny henvendelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen henvendelser passer til søgningen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nulstil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} af {total} henvendelser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 henvendelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} henvendelser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rækker er kopieret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 række er kopieret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} henvendelser er slettet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Henvendelsen er slettet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MonthCard</name>
    <message>
        <source>Månedsopgørelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se opgørelse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Gentag adgangssætningen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gentag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De to er ikke ens. Skriv den samme begge steder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Kun til dig. Skriv ingen CPR-numre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noten kommer aldrig med i opgørelser, eksport eller pakker.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>Slags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hører til rådet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intet bestemt råd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gælder for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denne arbejdsplads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hele organisationen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gælder fra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gælder til</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leverandør</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, fx hvad det dækker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fjern tilbuddet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OffersBox</name>
    <message>
        <source>Tilbud på arbejdspladsen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>og %n tilbud mere</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message>
        <source>Vælg en adgangssætning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Den låser op for det, du skriver. Ingen andre kender den, og ingen kan se den, hvis computeren bliver stjålet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trin 2 af 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Adgangssætning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videre</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Skjul det skrevne</source>
        <translation>Hide what is typed</translation>
    </message>
    <message>
        <source>Vis det skrevne</source>
        <translation>Show what is typed</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Forrige periode</source>
        <translation>Previous period</translation>
    </message>
    <message>
        <source>Næste periode</source>
        <translation>Next period</translation>
    </message>
    <message>
        <source>Fra og med</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Til og med</source>
        <translation>To and including</translation>
    </message>
    <message>
        <source>Måned</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Kvartal</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>År til dato</source>
        <translation>Year to date</translation>
    </message>
    <message>
        <source>Egen periode</source>
        <translation>Own period</translation>
    </message>
    <message>
        <source>Den sidste dag ligger før den første.</source>
        <translation>The last day is before the first.</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Sted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvor du sidder, fx kantinen, lokale 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synlighed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvordan folk får øje på dig, og hvad der kan holde dem væk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bemærkning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromiseRow</name>
    <message>
        <source>Mellemrum: gjort. 1: en dag senere. 7: en uge senere. F2: åbn. Delete: slet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gjort (mellemrum)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+1 dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Udsæt 1 dag (1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+1 uge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Udsæt 1 uge (7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Åbn henvendelsen (F2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverStep</name>
    <message>
        <source>Brug gendannelseskoden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv koden fra gendannelsesarket, og vælg en ny adgangssætning. Små bogstaver og mellemrum gør ikke noget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ny adgangssætning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lås op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Koden er tastet rigtigt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>Din gendannelseskode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glemmer du adgangssætningen, er koden den eneste vej ind. Den vises kun nu. Gem arket et sikkert sted, som ikke er denne computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trin 3 af 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gendannelseskode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jeg har gemt eller udskrevet arket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prøv med demodata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kom i gang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sæt fluebenet, når du har arket. Uden koden er alt tabt, hvis adgangssætningen glemmes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gem gendannelsesark (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Udskriv …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemmer arket og åbner det, så du kan udskrive det</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arket er gemt som {name}. Flyt det til papir eller et USB-drev, og slet det så på computeren.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterLayout</name>
    <message>
        <source>År&amp;sager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv for at finde: »læ«, »søvn«, »56«</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rå&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv for at finde råd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privat note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Kladde gemt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportContent</name>
    <message>
        <source>Søjlerne viser alle henvendelser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Søjlerne viser unikke: den første henvendelse fra hver person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De samme tal står i tabellen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Ingen henvendelser i perioden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forrige periode</source>
        <translation>Previous period</translation>
    </message>
    <message>
        <source>Skriver {file} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RescueStep</name>
    <message>
        <source>Sikkerhedskopier, nyeste først</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der er ingen sikkerhedskopier i mappen. Har du en på et USB-drev eller et netdrev, så find den her.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find en anden …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adgangssætning eller gendannelseskode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hent nøglefilen fra en kopi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kun nøglefilen hentes. Alt, hvad du har gemt, bliver stående.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gendan fra en kopi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Det, der er skrevet efter kopien, kommer ikke med. Den beskadigede database bliver gemt ved siden af; intet slettes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Adgangssætning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Den fra dengang kopien blev lavet, eller gendannelseskoden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eller fra en &amp;terminal:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommando, der gendanner kopien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date} kl. {time} · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv adgangssætningen eller gendannelseskoden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Linjen er fjernet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunningBlock</name>
    <message>
        <source>Ny henvendelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny henvendelse i {workplace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afslut fremmøde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afslut fremmøde i {workplace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis alle {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartVisit</name>
    <message>
        <source>Arbejdsplads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv en arbejdsplads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vagt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sted, fx kantinen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start fremmøde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start et fremmøde</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TitleLine</name>
    <message>
        <source>Re&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret sted og tid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Luk beskeden</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Fremmødet er startet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fremmødet er afsluttet: {contacts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opfølgningen er gjort</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypeAhead</name>
    <message numerus="yes">
        <source>%n fund</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message>
        <source>Ingen fund</source>
        <translation>No hits</translation>
    </message>
</context>
<context>
    <name>UnlockStep</name>
    <message>
        <source>Vejviser er låst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adgangssætning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Adgangssætning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lås op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeg har glemt adgangssætningen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv adgangssætningen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prøv igen om {n} sek.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitsCard</name>
    <message>
        <source>Dagens fremmøder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opret den første arbejdsplads for at kunne starte et fremmøde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny arbejdsplads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uden for fremmøder i dag: {contacts}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeeksCard</name>
    <message>
        <source>Sidste 8 uger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Henvendelser pr. uge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uge {week}: {contacts}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowNotices</name>
    <message>
        <source>Fortryd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der skete en fejl i programmet. Det, du har gemt, er i behold. En fejlrapport uden personoplysninger ligger i logmappen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkplaceFilter</name>
    <message>
        <source>Alle arbejdspladser</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n arbejdsplads(er)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Arbejdspladser: {chosen}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkplaceForm</name>
    <message>
        <source>Tilføj tilbud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilføj kontaktperson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilføj adresse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilbud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Det, folk her allerede kan bruge. Det står fremme, når du registrerer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fremmøde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontaktpersoner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adresser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkplaceList</name>
    <message>
        <source>Søg arbejdsplads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Søg navn, kode, by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sektor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle sektorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aktive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afsluttede</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdspladser</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n arbejdsplads(er)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkplacesPage</name>
    <message>
        <source>Arbejdspladsen er gemt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der er ingen ændringer at gemme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdspladsen er slettet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke gemt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny arbejdsplads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afsluttet {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkplacesView</name>
    <message>
        <source>Importér …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny arbejdsplads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Her er ingen arbejdspladser endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opret den første</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kassér ændringer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke gemt endnu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdspladser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Vejviser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Søg person, arbejdsplads eller handling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Søg overalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv et navn, en arbejdsplads eller en handling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen sikkerhedskopi endnu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sikkerhedskopi {day} kl. {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontrolleret efter skrivning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO: opdigtede personer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Krypteret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt gemmes krypteret på denne computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uge {week} · {day} {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>På siden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>siden {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_DueLine</name>
    <message>
        <source>Gjort: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Panel</name>
    <message>
        <source>Vælg arbejdspladser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vælg alle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intet kryds betyder alle. Mellemrum sætter kryds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} valgt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} fravalgt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_StrengthHint</name>
    <message>
        <source>Fire tilfældige ord er lette at huske og svære at gætte. Mellemrum må bruges.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Waiting</name>
    <message>
        <source>Opfølgninger læses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
