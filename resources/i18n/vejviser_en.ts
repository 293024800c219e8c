<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
<context>
    <name>AboutPerson</name>
    <message>
        <source>Køn</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Alder</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Alder –</source>
        <translation>Age –</translation>
    </message>
    <message>
        <source>Fødselsår</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Ret oplysninger</source>
        <translation>Edit details</translation>
    </message>
    <message>
        <source>Personens side</source>
        <translation>The person&apos;s page</translation>
    </message>
    <message>
        <source>Født</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Tlf.</source>
        <translation>Tel.</translation>
    </message>
    <message>
        <source>Køn, alder og telefon er ikke oplyst</source>
        <translation>Gender, age and phone not told</translation>
    </message>
    <message>
        <source>Fødselsåret kan ikke passe. Skriv fx 1974 eller 74.</source>
        <translation>The year of birth cannot be right. Type for instance 1974 or 74.</translation>
    </message>
</context>
<context>
    <name>AboutSection</name>
    <message>
        <source>Vejviser {version}</source>
        <translation>Vejviser {version}</translation>
    </message>
    <message>
        <source>Alt ligger krypteret på denne computer. Programmet går ikke på nettet.</source>
        <translation>Everything is kept encrypted on this computer. The program does not go online.</translation>
    </message>
    <message>
        <source>Her ligger data</source>
        <translation>Where the data are</translation>
    </message>
    <message>
        <source>Database og nøglefil</source>
        <translation>Database and key file</translation>
    </message>
    <message>
        <source>Sikkerhedskopier</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Log uden personoplysninger</source>
        <translation>Log without personal data</translation>
    </message>
    <message>
        <source>Licenser</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Vejviser er udgivet under MIT-licensen og bygger på:</source>
        <translation>Vejviser is released under the MIT licence and builds on:</translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Åbn mappen: {name}</source>
        <translation>Open the folder: {name}</translation>
    </message>
</context>
<context>
    <name>AboutWhom</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Navn eller kode</source>
        <translation>Name or code</translation>
    </message>
    <message>
        <source>Find personen, og vælg den på listen.</source>
        <translation>Find the person and choose them in the list.</translation>
    </message>
</context>
<context>
    <name>AboutYouStep</name>
    <message>
        <source>Velkommen til Vejviser</source>
        <translation>Welcome to Vejviser</translation>
    </message>
    <message>
        <source>Det tager et par minutter at komme i gang. Alt, du skriver, bliver på denne computer og gemmes krypteret.</source>
        <translation>It takes a couple of minutes to get started. Everything you type stays on this computer and is stored encrypted.</translation>
    </message>
    <message>
        <source>Faggruppe</source>
        <translation>Profession</translation>
    </message>
    <message>
        <source>&amp;Navn</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Faggruppe</source>
        <translation>P&amp;rofession</translation>
    </message>
    <message>
        <source>&amp;Projekt</source>
        <translation>&amp;Project</translation>
    </message>
    <message>
        <source>Står øverst i alle opgørelser.</source>
        <translation>Shown at the top of every report.</translation>
    </message>
    <message>
        <source>Prøv med demodata først</source>
        <translation>Try it with demo data first</translation>
    </message>
    <message>
        <source>Videre</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Skriv dit navn.</source>
        <translation>Type your name.</translation>
    </message>
    <message>
        <source>Vælg din faggruppe.</source>
        <translation>Choose your profession.</translation>
    </message>
    <message>
        <source>Skriv, hvad projektet hedder.</source>
        <translation>Type what the project is called.</translation>
    </message>
</context>
<context>
    <name>AcceptCard</name>
    <message>
        <source>Tag en vejleder med</source>
        <translation>Take a counsellor in</translation>
    </message>
    <message>
        <source>De ti ord</source>
        <translation>The ten words</translation>
    </message>
    <message>
        <source>Ring til vejlederen, og skriv de ord, som du hører; fire bogstaver er nok.</source>
        <translation>Call the counsellor and type the words that you hear; four letters are enough.</translation>
    </message>
    <message>
        <source>… eller indsæt visitkortets tekst her, og tryk Enter</source>
        <translation>… or paste the text of the card here and press Enter</translation>
    </message>
    <message>
        <source>Visitkortets tekst</source>
        <translation>Text of the card</translation>
    </message>
    <message>
        <source>Åbn visitkort …</source>
        <translation>Open card …</translation>
    </message>
    <message>
        <source>Tag med</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>Annullér</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Vejlederen gemmer sit visitkort under Deling og sender dig filen.</source>
        <translation>The counsellor saves their card under Sharing and sends you the file.</translation>
    </message>
    <message>
        <source>{name} ({initials}), lavet {day}. Kender du stemmen i telefonen?</source>
        <translation>{name} ({initials}), made on {day}. Do you know the voice on the telephone?</translation>
    </message>
    <message>
        <source>{name} er med</source>
        <translation>{name} belongs now</translation>
    </message>
    <message>
        <source>Fortryd …</source>
        <translation>Undo …</translation>
    </message>
</context>
<context>
    <name>AccessSection</name>
    <message>
        <source>Navn, fødselsår eller telefon</source>
        <translation>Name, year of birth or phone</translation>
    </message>
    <message>
        <source>Vejleder</source>
        <translation>Counsellor</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Til og med</source>
        <translation>Up to and with</translation>
    </message>
    <message>
        <source>Opslag, de nyeste øverst: Enter åbner personen</source>
        <translation>Look-ups, the newest first: Enter opens the person</translation>
    </message>
    <message>
        <source>Vis flere</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Her står, hvem der har åbnet en persons side, udleveret eller kopieret oplysninger eller slettet en person, og hvem der har slettet det, hvis opbevaringsperiode var gået. Det samme inden for ti minutter er én linje. Intet kan rettes; den, der blev slettet, nævnes ikke.</source>
        <translation>This shows who opened a person&apos;s page, handed out or copied data or erased a person, and who erased what was past its retention period. The same thing within ten minutes is one line. Nothing can be changed; whoever was erased is not named.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Ingen opslag passer.</source>
        <translation>No look-up fits.</translation>
    </message>
    <message>
        <source>Ingen opslag endnu.</source>
        <translation>No look-ups yet.</translation>
    </message>
    <message>
        <source>{shown} af {count} opslag, de nyeste øverst</source>
        <translation>{shown} of {count} look-ups, the newest first</translation>
    </message>
    <message>
        <source>Opslag: {count}, de nyeste øverst</source>
        <translation>Look-ups: {count}, the newest first</translation>
    </message>
</context>
<context>
    <name>ActivitiesSection</name>
    <message>
        <source>Aktiviteter</source>
        <translation>Activities</translation>
    </message>
</context>
<context>
    <name>ActivityBlock</name>
    <message>
        <source>Vis i planen</source>
        <translation>Show in the plan</translation>
    </message>
    <message>
        <source>Vis i planen: {activity}</source>
        <translation>Show in the plan: {activity}</translation>
    </message>
    <message>
        <source>Aktivitet</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Deltagere</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Deltagere: {activity}</source>
        <translation>Participants: {activity}</translation>
    </message>
    <message>
        <source>Blev holdt</source>
        <translation>Was held</translation>
    </message>
    <message>
        <source>Blev holdt: {activity}</source>
        <translation>Was held: {activity}</translation>
    </message>
    <message>
        <source>Skriv antallet af deltagere som et tal.</source>
        <translation>Type the number of participants as a number.</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>Ret aktiviteten</source>
        <translation>Edit the activity</translation>
    </message>
    <message>
        <source>Ny aktivitet</source>
        <translation>New activity</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Klokken</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Arbejdspladser</source>
        <translation>Workplaces</translation>
    </message>
    <message>
        <source>Skriv en arbejdsplads</source>
        <translation>Type a workplace</translation>
    </message>
    <message>
        <source>Emner</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Skriv et emne</source>
        <translation>Type a topic</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Deltagere</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Titel (valgfri)</source>
        <translation>Title (optional)</translation>
    </message>
    <message>
        <source>Fx 2711, +7 eller i morgen.</source>
        <translation>E.g. 2711, +7 or tomorrow.</translation>
    </message>
    <message>
        <source>Minutter</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Vejledere</source>
        <translation>Counsellors</translation>
    </message>
    <message>
        <source>Hvorfor aflyst</source>
        <translation>Why cancelled</translation>
    </message>
    <message>
        <source>Bemærkning</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Skriv et klokkeslæt, fx 9.30.</source>
        <translation>Type a time, e.g. 9.30.</translation>
    </message>
    <message>
        <source>En aktivitet varer mellem 1 minut og 24 timer.</source>
        <translation>An activity lasts between 1 minute and 24 hours.</translation>
    </message>
    <message>
        <source>Vælg mindst én vejleder.</source>
        <translation>Choose at least one counsellor.</translation>
    </message>
    <message>
        <source>Skriv et antal, fx 12.</source>
        <translation>Type a number, e.g. 12.</translation>
    </message>
    <message>
        <source>Skriv, hvorfor aktiviteten er aflyst.</source>
        <translation>Type why the activity is cancelled.</translation>
    </message>
</context>
<context>
    <name>ActivityHeldForm</name>
    <message>
        <source>Aktiviteten blev holdt</source>
        <translation>The activity was held</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Deltagere</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Lad feltet stå tomt, hvis ingen har talt.</source>
        <translation>Leave it empty if nobody counted.</translation>
    </message>
    <message>
        <source>Skriv et antal, fx 12.</source>
        <translation>Type a number, e.g. 12.</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Arbejdspladser</source>
        <translation>Workplaces</translation>
    </message>
    <message>
        <source>Vejledere</source>
        <translation>Counsellors</translation>
    </message>
    <message>
        <source>Deltagere</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Emner</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Bemærkning</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Blev holdt</source>
        <translation>Was held</translation>
    </message>
    <message>
        <source>Aflys</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Genoptag</source>
        <translation>Reinstate</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Slet</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>AddressRow</name>
    <message>
        <source>Vej og nummer</source>
        <translation>Street and number</translation>
    </message>
    <message>
        <source>Postnummer</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Fjern adressen</source>
        <translation>Remove the address</translation>
    </message>
</context>
<context>
    <name>Advising</name>
    <message>
        <source>Øvrige råd</source>
        <translation>Other advice</translation>
    </message>
    <message>
        <source>Foreslået ud fra {reasons} og tilbud hos {place}</source>
        <translation>Suggested by {reasons} and what {place} offers</translation>
    </message>
    <message>
        <source>Tilbud hos {place}</source>
        <translation>Offered at {place}</translation>
    </message>
    <message>
        <source>Foreslået ud fra {reasons}</source>
        <translation>Suggested by {reasons}</translation>
    </message>
</context>
<context>
    <name>AnonymousRow</name>
    <message>
        <source>Har været her før</source>
        <translation>Has been here before</translation>
    </message>
    <message>
        <source>Kodeord</source>
        <translation>Code word</translation>
    </message>
    <message>
        <source>Kodeord (valgfrit)</source>
        <translation>Code word (optional)</translation>
    </message>
    <message>
        <source>Et ord, personen selv vælger, og kan kendes på næste gang uden at sige navn</source>
        <translation>A word that the person chooses, to be recognised by next time without giving a name</translation>
    </message>
    <message numerus="yes">
        <source>%n samtaler, sidst {date}</source>
        <translation>
            <numerusform>%n talk, last {date}</numerusform>
            <numerusform>%n talks, last {date}</numerusform>
        </translation>
    </message>
    <message>
        <source>{times}, knyttet til en person</source>
        <translation>{times}, linked to a person</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Taget tilbage: »{label}«</source>
        <translation>Taken back: “{label}”</translation>
    </message>
    <message>
        <source>En sletning for altid kan ikke fortrydes</source>
        <translation>An erasure for good cannot be undone</translation>
    </message>
    <message>
        <source>Låst, fordi computeren ikke var i brug. Din kladde er gemt.</source>
        <translation>Locked because the computer was not in use. Your draft is saved.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>{count} af {whole}, i hele procent</source>
        <translation>{count} of {whole}, in whole per cent</translation>
    </message>
</context>
<context>
    <name>AssignForm</name>
    <message>
        <source>Hvem tager fremmødet?</source>
        <translation>Who takes the visit?</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Vejledere</source>
        <translation>Counsellors</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Tag kopi nu</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Prøv gendannelse</source>
        <translation>Test a restore</translation>
    </message>
    <message>
        <source>Sikkerhedskopier, de nyeste øverst</source>
        <translation>Backups, the newest first</translation>
    </message>
    <message>
        <source>Der tages en kopi hver dag, og den læses igennem, før en ældre slettes. Kopierne er krypterede og åbnes med den adgangssætning, der gjaldt, da de blev taget.</source>
        <translation>A backup is made every day and read through before an older one is deleted. Backups are encrypted and open with the passphrase that was in use when they were made.</translation>
    </message>
    <message>
        <source>Kopier</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Bliver databasen beskadiget, tilbyder låseskærmen at gendanne en kopi. Det kan også gøres i en terminal med »vejviser restore«.</source>
        <translation>If the database is damaged, the lock screen offers to restore a backup. It can also be done in a terminal with “vejviser restore”.</translation>
    </message>
    <message>
        <source>Tager kopi …</source>
        <translation>Making a backup …</translation>
    </message>
    <message>
        <source>Åbner den nyeste kopi …</source>
        <translation>Opening the newest backup …</translation>
    </message>
    <message>
        <source>Seneste kopi: {when}, læst igennem uden fejl.</source>
        <translation>Latest backup: {when}, read through without errors.</translation>
    </message>
    <message>
        <source>Der er ingen sikkerhedskopi endnu.</source>
        <translation>There is no backup yet.</translation>
    </message>
    <message>
        <source>Kopien er taget og læst igennem.</source>
        <translation>The backup is made and was read through.</translation>
    </message>
    <message>
        <source>Kopien fra {when} kan gendannes: {inquiries} henvendelser, {people} personer, {workplaces} arbejdspladser, {visits} fremmøder.</source>
        <translation>The backup of {when} can be restored: {inquiries} inquiries, {people} people, {workplaces} workplaces, {visits} visits.</translation>
    </message>
    <message>
        <source>{day} kl. {time}</source>
        <translation>{day} at {time}</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>1. Gem projektpakken, og send den til hver vejleder.</source>
        <translation>1. Save the project package and send it to every counsellor.</translation>
    </message>
    <message>
        <source>2. Få vejlederens visitkort, og tag vejlederen med under Deltagere.</source>
        <translation>2. Get the counsellor&apos;s card and take the counsellor in under Members.</translation>
    </message>
    <message>
        <source>3. Vælg et fælles sted, eller lad månederne komme med e-mail.</source>
        <translation>3. Choose a shared place, or let the months come by e-mail.</translation>
    </message>
    <message>
        <source>Gå til projektpakken</source>
        <translation>Go to the project package</translation>
    </message>
    <message>
        <source>Gå til Deltagere</source>
        <translation>Go to Members</translation>
    </message>
    <message>
        <source>Ingen vejledere er med endnu.</source>
        <translation>No counsellors belong yet.</translation>
    </message>
</context>
<context>
    <name>BesideCard</name>
    <message>
        <source>Er du også vejleder?</source>
        <translation>Are you a counsellor, too?</translation>
    </message>
    <message>
        <source>Er du også projektleder?</source>
        <translation>Are you a project lead, too?</translation>
    </message>
    <message>
        <source>Vejlederens installation kender navne; projektlederens har alles tal og ingen navne. Derfor er de to, ved siden af hinanden, hver med sin adgangssætning og sit vindue.</source>
        <translation>The counsellor&apos;s installation knows names; the lead&apos;s has everybody&apos;s figures and no names. So there are two, beside each other, each with its own passphrase and its own window.</translation>
    </message>
    <message>
        <source>Opret eller overtag et projekt dér, når der er registreret henvendelser her.</source>
        <translation>Where contacts are registered here, create a project or take one over there.</translation>
    </message>
    <message>
        <source>Den åbner i sit eget vindue</source>
        <translation>It opens in a window of its own</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Privat &amp;note …</source>
        <translation>Private &amp;note …</translation>
    </message>
    <message>
        <source>Annullér</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Gem</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Privat &amp;note ✓</source>
        <translation>Private &amp;note ✓</translation>
    </message>
    <message>
        <source>Privat note, udfyldt</source>
        <translation>Private note, filled in</translation>
    </message>
    <message>
        <source>Privat note</source>
        <translation>Private note</translation>
    </message>
</context>
<context>
    <name>CancelForm</name>
    <message>
        <source>Aflys aktiviteten</source>
        <translation>Cancel the activity</translation>
    </message>
    <message>
        <source>Aflys fremmødet</source>
        <translation>Cancel the visit</translation>
    </message>
    <message>
        <source>Aflys</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>Sygdom</source>
        <translation>Illness</translation>
    </message>
    <message>
        <source>Leder på ferie</source>
        <translation>Manager on holiday</translation>
    </message>
    <message>
        <source>Lukket</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Andet</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Hvorfor</source>
        <translation>Why</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>Næste kort</source>
        <translation>Next card</translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Intet kort passer til det, der er valgt. Alle kort: Ctrl+7.</source>
        <translation>No card fits what is chosen. All cards: Ctrl+7.</translation>
    </message>
</context>
<context>
    <name>CardsLine</name>
    <message>
        <source>Vidensbank:</source>
        <translation>Knowledge cards:</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>Ret filen {file} i mappen {folder}, gem den, og tryk F5 her.</source>
        <translation>Edit the file {file} in the folder {folder}, save it, and press F5 here.</translation>
    </message>
    <message numerus="yes">
        <source>%n fejl mere i filer med kort.</source>
        <translation>
            <numerusform>%n more problem in the files of cards.</numerusform>
            <numerusform>%n more problems in the files of cards.</numerusform>
        </translation>
    </message>
    <message>
        <source>kontrolleret {day}</source>
        <translation>checked {day}</translation>
    </message>
    <message>
        <source>jeres eget</source>
        <translation>your own</translation>
    </message>
</context>
<context>
    <name>CardsView</name>
    <message>
        <source>Søg i kortene</source>
        <translation>Search the cards</translation>
    </message>
    <message>
        <source>Søg: »sygedagpenge«, »56«</source>
        <translation>Search: “benefit”, “56”</translation>
    </message>
    <message>
        <source>Videnskort</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Vis alle kort</source>
        <translation>Show all cards</translation>
    </message>
    <message>
        <source>Åbn mappen med kort</source>
        <translation>Open the folder of cards</translation>
    </message>
    <message>
        <source>Ret en kopi</source>
        <translation>Edit a copy</translation>
    </message>
    <message>
        <source>Kopierer kortet til mappen med kort, så I kan rette det dér</source>
        <translation>Copies the card to the folder of cards, where you can edit it</translation>
    </message>
    <message>
        <source>Gem som PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Vidensbank</source>
        <translation>Knowledge cards</translation>
    </message>
    <message numerus="yes">
        <source>%n kort</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message>
        <source>Ingen kort passer til »{query}«.</source>
        <translation>No card fits “{query}”.</translation>
    </message>
    <message>
        <source>Her er ingen kort.</source>
        <translation>There are no cards.</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Hvem den er til</source>
        <translation>Who it is for</translation>
    </message>
    <message>
        <source>Hvis tal</source>
        <translation>Whose figures</translation>
    </message>
    <message>
        <source>Indhold</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Hele projektet vises: en opgørelse til andre er af projektet, af én organisation eller af én arbejdsplads.</source>
        <translation>The whole project is shown: a report for others is of the project, of one organisation or of one workplace.</translation>
    </message>
    <message>
        <source>Hele projektet</source>
        <translation>The whole project</translation>
    </message>
    <message>
        <source>{organisation}, alle arbejdspladser</source>
        <translation>{organisation}, all workplaces</translation>
    </message>
</context>
<context>
    <name>Circumstances</name>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Sygemeldt</source>
        <translation>Sick-listed</translation>
    </message>
</context>
<context>
    <name>CloseLine</name>
    <message>
        <source>{month} er ikke lukket endnu. Se opgørelsen</source>
        <translation>{month} has not been closed yet. See the report</translation>
    </message>
</context>
<context>
    <name>ClosePanel</name>
    <message>
        <source>Tallene fryses, som de er nu. Senere rettelser ændrer dem ikke; de står ved siden af, indtil de lukkede tal rettes med en begrundelse.</source>
        <translation>The figures are frozen as they are now. Later corrections do not change them; they stand beside them until the closed figures are restated with a reason.</translation>
    </message>
    <message>
        <source>Luk {month}</source>
        <translation>Close {month}</translation>
    </message>
    <message>
        <source>Luk måneden</source>
        <translation>Close the month</translation>
    </message>
    <message>
        <source>Luk alligevel</source>
        <translation>Close anyway</translation>
    </message>
    <message>
        <source>Tjeklisten er tom: intet mangler.</source>
        <translation>The check list is clear: nothing is missing.</translation>
    </message>
    <message>
        <source>og {count} til …</source>
        <translation>and {count} more …</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>{month} er åben og kan lukkes fra {day}.</source>
        <translation>{month} is open and can be closed from {day}.</translation>
    </message>
    <message>
        <source>{month} er åben og klar til at lukkes.</source>
        <translation>{month} is open and ready to be closed.</translation>
    </message>
    <message>
        <source>{month} er åben. {count}</source>
        <translation>{month} is open. {count}</translation>
    </message>
    <message>
        <source>Der er 1 punkt på tjeklisten.</source>
        <translation>There is 1 point on the check list.</translation>
    </message>
    <message>
        <source>Der er {count} punkter på tjeklisten.</source>
        <translation>There are {count} points on the check list.</translation>
    </message>
</context>
<context>
    <name>ClosingBar</name>
    <message>
        <source>Luk måneden …</source>
        <translation>Close the month …</translation>
    </message>
    <message>
        <source>Ret de lukkede tal …</source>
        <translation>Restate the closed figures …</translation>
    </message>
    <message>
        <source>Fortryd lukningen</source>
        <translation>Undo the close</translation>
    </message>
    <message>
        <source>Rettet siden på enkelte arbejdspladser.</source>
        <translation>Corrected since at single workplaces.</translation>
    </message>
    <message>
        <source>Fortryd rettelsen af tallene</source>
        <translation>Undo the restatement</translation>
    </message>
    <message>
        <source>Vis rettelserne</source>
        <translation>Show the corrections</translation>
    </message>
    <message>
        <source>Skjul rettelserne</source>
        <translation>Hide the corrections</translation>
    </message>
    <message>
        <source>Lukker {month} …</source>
        <translation>Closing {month} …</translation>
    </message>
    <message>
        <source>{month} er lukket</source>
        <translation>{month} is closed</translation>
    </message>
    <message>
        <source>Retter de lukkede tal …</source>
        <translation>Restating the closed figures …</translation>
    </message>
    <message>
        <source>De lukkede tal for {month} er rettet</source>
        <translation>The closed figures of {month} are restated</translation>
    </message>
    <message>
        <source>{month}: fortrudt</source>
        <translation>{month}: undone</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>{done} af {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ClosingDaysEditor</name>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Til og med</source>
        <translation>To and including</translation>
    </message>
    <message>
        <source>Tilføj lukkedage</source>
        <translation>Add closing days</translation>
    </message>
    <message>
        <source>Skriv en dato.</source>
        <translation>Type a date.</translation>
    </message>
    <message>
        <source>Lukkedagene er gemt</source>
        <translation>Closing days saved</translation>
    </message>
    <message>
        <source>Hvorfor, fx sommerferie</source>
        <translation>Why, e.g. summer holiday</translation>
    </message>
    <message>
        <source>Her er ingen lukkedage endnu.</source>
        <translation>There are no closing days here yet.</translation>
    </message>
    <message>
        <source>Slet</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Slet {days}</source>
        <translation>Delete {days}</translation>
    </message>
    <message>
        <source>{days}, alle arbejdspladser</source>
        <translation>{days}, all workplaces</translation>
    </message>
    <message>
        <source>Ret under Indstillinger: {days}</source>
        <translation>Edit under Settings: {days}</translation>
    </message>
    <message>
        <source>Indstillinger</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Lukkedagene er slettet</source>
        <translation>Closing days deleted</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Koden er tastet rigtigt.</source>
        <translation>The code is typed correctly.</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message numerus="yes">
        <source>%n valgt</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} valgt</source>
        <translation>{title} chosen</translation>
    </message>
    <message>
        <source>{title} fjernet</source>
        <translation>{title} removed</translation>
    </message>
</context>
<context>
    <name>Collected</name>
    <message>
        <source>modtaget {day}</source>
        <translation>received on {day}</translation>
    </message>
    <message>
        <source>henvendelser: {contacts}, personer: {persons}</source>
        <translation>inquiries: {contacts}, persons: {persons}</translation>
    </message>
    <message>
        <source>ikke på deltagerlisten</source>
        <translation>not on the roster</translation>
    </message>
    <message>
        <source>spærret {day}</source>
        <translation>revoked on {day}</translation>
    </message>
    <message>
        <source>breve, der modsiger andre: {count}</source>
        <translation>letters that contradict others: {count}</translation>
    </message>
    <message>
        <source>breve, der ikke er nået frem: mindst {count}</source>
        <translation>letters that did not arrive: at least {count}</translation>
    </message>
    <message>
        <source>Deltagerlisten og projektpakken er ikke delt endnu.</source>
        <translation>The roster and the project package are not shared yet.</translation>
    </message>
    <message>
        <source>Den nye deltagerliste er ikke delt endnu.</source>
        <translation>The new roster is not shared yet.</translation>
    </message>
    <message>
        <source>Den nye projektpakke er ikke delt endnu.</source>
        <translation>The new project package is not shared yet.</translation>
    </message>
    <message>
        <source>»Send og hent nu« lægger det, hvor vejlederne henter det; ellers sendes det, næste gang stedet kan nås.</source>
        <translation>“Send and fetch now” puts it where the counsellors fetch it; otherwise it goes out the next time the place can be reached.</translation>
    </message>
    <message>
        <source>Vælg det fælles sted, eller gem det som filer, og send dem til vejlederne.</source>
        <translation>Choose the shared place, or save it as files and send those to the counsellors.</translation>
    </message>
    <message>
        <source>ventes ikke; den er fra før computerens første måned her</source>
        <translation>not expected; it is from before the first month of the computer here</translation>
    </message>
    <message>
        <source>ventes ikke, for computeren er spærret</source>
        <translation>not expected, as the computer is revoked</translation>
    </message>
    <message>
        <source>ventes ikke, for computeren står ikke på deltagerlisten</source>
        <translation>not expected, as the computer is not on the roster</translation>
    </message>
    <message>
        <source>Breve (*{ending})</source>
        <translation>Letters (*{ending})</translation>
    </message>
    <message>
        <source>Kortet afløser computeren, der blev taget i brug {day}.</source>
        <translation>The card replaces the computer that was taken into use on {day}.</translation>
    </message>
    <message>
        <source>{name} ({initials}) er med allerede med en anden computer. Er den gamle ude af brug, så spær den bagefter; er det en anden person, så bed om andre initialer.</source>
        <translation>{name} ({initials}) belongs already with another computer. If the old one is out of use, revoke it afterwards; if it is another person, ask for other initials.</translation>
    </message>
    <message>
        <source>{file} er projektpakken for »{project}«. Den er til vejlederne; her ændrer den intet.</source>
        <translation>{file} is the project package of “{project}”. It is for the counsellors; here it changes nothing.</translation>
    </message>
    <message>
        <source>Sprunget over, for det er genveje: {files}.</source>
        <translation>Passed over, as they are links: {files}.</translation>
    </message>
    <message>
        <source>Flere visitkort: {count}. Åbn dem bagefter, et ad gangen.</source>
        <translation>More cards: {count}. Open them afterwards, one at a time.</translation>
    </message>
</context>
<context>
    <name>CollectedPage</name>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Måneder</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>Deltagere</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Projekt og sted</source>
        <translation>Project and place</translation>
    </message>
    <message>
        <source>Alle vejlederes tal samles i projektlederens egen installation. Den oprettes, når Vejviser startes første gang.</source>
        <translation>The figures of all counsellors are collected in the lead&apos;s own installation. It is created when Vejviser is started for the first time.</translation>
    </message>
    <message>
        <source>Gå til Deling</source>
        <translation>Go to Sharing</translation>
    </message>
    <message>
        <source>Indsamling</source>
        <translation>Collected</translation>
    </message>
    <message>
        <source>Åbn breve</source>
        <translation>Open letters</translation>
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
    <name>CompareCard</name>
    <message>
        <source>Er det den samme person?</source>
        <translation>Is this the same person?</translation>
    </message>
    <message>
        <source>Vælg, hvad den samlede post skal have, hvor de to er forskellige. Alle henvendelser, opfølgninger og henvisninger kommer med. Det kan fortrydes, og posterne kan skilles ad igen når som helst.</source>
        <translation>Choose what the merged record shall have where the two differ. All inquiries, follow-ups and referrals come along. It can be undone, and the records can be split again at any time.</translation>
    </message>
    <message>
        <source>Saml dem</source>
        <translation>Merge them</translation>
    </message>
    <message>
        <source>Ikke den samme</source>
        <translation>Not the same</translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tilbage (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Henvendelser</source>
        <translation>Inquiries</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Køn</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Fødselsår</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Givet {date}</source>
        <translation>Given {date}</translation>
    </message>
    <message>
        <source>Ikke givet</source>
        <translation>Not given</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Samtykke</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Givet {date}</source>
        <translation>Given {date}</translation>
    </message>
    <message>
        <source>Ikke givet</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>Samtykket er givet. Tryk Enter, hvis det skal trækkes tilbage.</source>
        <translation>The consent is given. Press Enter if it is to be withdrawn.</translation>
    </message>
    <message>
        <source>Træk tilbage</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Notér samtykke</source>
        <translation>Note consent</translation>
    </message>
    <message>
        <source>Samtykke til registrering er noteret</source>
        <translation>Consent to registration is noted</translation>
    </message>
    <message>
        <source>Samtykke til registrering er trukket tilbage. Aftal, om personen skal slettes.</source>
        <translation>Consent to registration is withdrawn. Agree whether the person shall be erased.</translation>
    </message>
    <message>
        <source>Personen må ringes op af evaluator</source>
        <translation>The person may be rung by an evaluator</translation>
    </message>
    <message>
        <source>Personen må ikke længere ringes op af evaluator</source>
        <translation>The person may no longer be rung by an evaluator</translation>
    </message>
</context>
<context>
    <name>ConsentLine</name>
    <message>
        <source>Samtykke til registrering</source>
        <translation>Consent to registration</translation>
    </message>
    <message>
        <source>Må ringes op af evaluator</source>
        <translation>May be rung by an evaluator</translation>
    </message>
</context>
<context>
    <name>ContactList</name>
    <message>
        <source>Ingen henvendelser endnu.</source>
        <translation>No inquiries yet.</translation>
    </message>
    <message>
        <source>Henvendelser</source>
        <translation>Inquiries</translation>
    </message>
</context>
<context>
    <name>ContactRow</name>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Fjern kontakten</source>
        <translation>Remove the contact</translation>
    </message>
    <message>
        <source>Råd: {advice}</source>
        <translation>Advice: {advice}</translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Åbn henvendelsen fra {date}</source>
        <translation>Open the inquiry of {date}</translation>
    </message>
    <message>
        <source>Privat note: kommer aldrig med i opgørelser</source>
        <translation>Private note: never part of a report</translation>
    </message>
    <message>
        <source>Vis note</source>
        <translation>Show note</translation>
    </message>
    <message>
        <source>Vis noten fra {date}</source>
        <translation>Show the note of {date}</translation>
    </message>
    <message>
        <source>Skjul noten fra {date}</source>
        <translation>Hide the note of {date}</translation>
    </message>
    <message>
        <source>Skjul note</source>
        <translation>Hide note</translation>
    </message>
</context>
<context>
    <name>ContextRow</name>
    <message>
        <source>Sted og tid</source>
        <translation>Place and time</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Fremmøde</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Minutter</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Vejleder</source>
        <translation>Counsellor</translation>
    </message>
    <message>
        <source>Uden for fremmøde</source>
        <translation>Outside visits</translation>
    </message>
    <message>
        <source>Datoen kan ikke læses.</source>
        <translation>The date cannot be read.</translation>
    </message>
    <message>
        <source>Klokkeslættet kan ikke læses. Skriv fx 924 eller 9.24.</source>
        <translation>The time cannot be read. Type for instance 924 or 9.24.</translation>
    </message>
    <message>
        <source>Minutter skal være et tal fra 0 til 1440.</source>
        <translation>Minutes must be a number from 0 to 1440.</translation>
    </message>
    <message>
        <source>»{text}« er ikke en arbejdsplads. Vælg fra listen.</source>
        <translation>“{text}” is not a workplace. Choose from the list.</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Årsager og råd</source>
        <translation>Reasons and advice</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Unikke</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Hvem den er til</source>
        <translation>Who it is for</translation>
    </message>
    <message>
        <source>Intern</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>Styregruppe …</source>
        <translation>Steering group …</translation>
    </message>
    <message>
        <source>Offentlig …</source>
        <translation>Public …</translation>
    </message>
    <message>
        <source>Interne tal: de er ikke beskyttet mod, at nogen kan genkendes. Del dem ikke uden for projektet.</source>
        <translation>Internal figures: they are not protected against someone being recognised. Do not share them outside the project.</translation>
    </message>
    <message>
        <source>Pakke til evaluator …</source>
        <translation>Evaluator&apos;s pack …</translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Forrige (Page Up)</source>
        <translation>Previous (Page Up)</translation>
    </message>
    <message>
        <source>Næste (Page Down)</source>
        <translation>Next (Page Down)</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Vis i dag (T)</source>
        <translation>Show today (T)</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Uge</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Måned</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Vejleder</source>
        <translation>Counsellor</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Alle arbejdspladser</source>
        <translation>All workplaces</translation>
    </message>
    <message>
        <source>Nyt fremmøde</source>
        <translation>New visit</translation>
    </message>
    <message>
        <source>Nyt fremmøde (Ctrl+Skift+N)</source>
        <translation>New visit (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Ny aktivitet</source>
        <translation>New activity</translation>
    </message>
    <message>
        <source>Alle vejledere</source>
        <translation>All counsellors</translation>
    </message>
    <message>
        <source>Fremmødeplan</source>
        <translation>Presence plan</translation>
    </message>
</context>
<context>
    <name>CounsellorSection</name>
    <message>
        <source>Vejledere</source>
        <translation>Counsellors</translation>
    </message>
    <message>
        <source>Ny vejleder</source>
        <translation>New counsellor</translation>
    </message>
    <message>
        <source>Brug på denne computer</source>
        <translation>Use on this computer</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Faggruppe</source>
        <translation>Profession</translation>
    </message>
    <message>
        <source>Registrerer stadig</source>
        <translation>Still registers</translation>
    </message>
    <message>
        <source>Du bruger selv denne computer. Vælg først en anden vejleder til den.</source>
        <translation>You use this computer yourself. Choose another counsellor for it first.</translation>
    </message>
    <message>
        <source>Vejlederen er gemt</source>
        <translation>Counsellor saved</translation>
    </message>
    <message>
        <source>{name} bruger nu denne computer</source>
        <translation>{name} now uses this computer</translation>
    </message>
    <message>
        <source>Alt, der gemmes her, registreres på den vejleder, der bruger computeren.</source>
        <translation>Everything saved here is recorded under the counsellor who uses the computer.</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Initialer</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Uden flueben kan vejlederen ikke længere vælges. Alt registreret bliver stående.</source>
        <translation>Without the tick the counsellor can no longer be chosen. Everything registered is kept.</translation>
    </message>
    <message>
        <source>bruger denne computer</source>
        <translation>uses this computer</translation>
    </message>
    <message>
        <source>registrerer ikke længere</source>
        <translation>no longer registers</translation>
    </message>
</context>
<context>
    <name>CounsellorsField</name>
    <message>
        <source>Vejledere</source>
        <translation>Counsellors</translation>
    </message>
    <message>
        <source>{initials} har ansvaret.</source>
        <translation>{initials} is in charge.</translation>
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
    <name>DayButton</name>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
</context>
<context>
    <name>DayForms</name>
    <message>
        <source>Aktiviteten er noteret som holdt</source>
        <translation>Activity recorded as held</translation>
    </message>
    <message>
        <source>Der spørges ikke igen</source>
        <translation>Will not be asked again</translation>
    </message>
    <message>
        <source>Hvornår sluttede fremmødet?</source>
        <translation>When did the visit end?</translation>
    </message>
    <message>
        <source>Ret tider</source>
        <translation>Correct times</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Fremmødet er afsluttet</source>
        <translation>Visit ended</translation>
    </message>
    <message>
        <source>Tiderne er rettet</source>
        <translation>Times corrected</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Sektor</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Første dag</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Sidste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Står i tabeller og importfiler. Genbruges aldrig til et andet sted.</source>
        <translation>Used in tables and import files. Never reused for another place.</translation>
    </message>
    <message>
        <source>Et nyt navn oprettes, når du gemmer.</source>
        <translation>A new name is added when you save.</translation>
    </message>
    <message>
        <source>Når I ikke kommer der længere. Tallene bliver stående.</source>
        <translation>When you no longer go there. The figures are kept.</translation>
    </message>
    <message>
        <source>Antal ansatte</source>
        <translation>Employees</translation>
    </message>
    <message>
        <source>P-nummer</source>
        <translation>P number</translation>
    </message>
    <message>
        <source>10 cifre.</source>
        <translation>10 digits.</translation>
    </message>
    <message>
        <source>CVR-nummer</source>
        <translation>CVR number</translation>
    </message>
    <message>
        <source>8 cifre, for hele organisationen.</source>
        <translation>8 digits, for the whole organisation.</translation>
    </message>
    <message>
        <source>CVR-nummeret passer ikke. Se efter tastefejl: det har 8 cifre.</source>
        <translation>The CVR number is not right. Look for a typing error: it has 8 digits.</translation>
    </message>
    <message>
        <source>P-nummeret skal have 10 cifre.</source>
        <translation>The P number must have 10 digits.</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Vælg en henvendelse for at se den her.</source>
        <translation>Choose an inquiry to see it here.</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Ret henvendelsen (F2)</source>
        <translation>Edit the inquiry (F2)</translation>
    </message>
    <message>
        <source>Kopiér til ny</source>
        <translation>Copy to new</translation>
    </message>
    <message>
        <source>Kopiér til ny henvendelse (Ctrl+D)</source>
        <translation>Copy to a new inquiry (Ctrl+D)</translation>
    </message>
    <message>
        <source>Personen</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Åbn personens side</source>
        <translation>Open the person&apos;s page</translation>
    </message>
    <message>
        <source>Følg op</source>
        <translation>Follow up</translation>
    </message>
    <message>
        <source>Ny opfølgning på henvendelsen</source>
        <translation>New follow-up on the inquiry</translation>
    </message>
    <message>
        <source>Henvis …</source>
        <translation>Refer …</translation>
    </message>
    <message>
        <source>Henvis til et tilbud ud fra rådene</source>
        <translation>Refer to an offer for the advice given</translation>
    </message>
    <message>
        <source>Slet</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Slet henvendelsen (Delete); kan fortrydes</source>
        <translation>Delete the inquiry (Delete); can be undone</translation>
    </message>
    <message>
        <source>Årsager</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Ændringer</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Privat note: kommer aldrig med i opgørelser</source>
        <translation>Private note: never part of reports</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Luk (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>DraftOffer</name>
    <message numerus="yes">
        <source>Du har %n kladder, den seneste fra {when}</source>
        <translation>
            <numerusform>You have %n draft, the latest from {when}</numerusform>
            <numerusform>You have %n drafts, the latest from {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>Kladde {number} af {count}, fra {when}</source>
        <translation>Draft {number} of {count}, of {when}</translation>
    </message>
    <message>
        <source>Du har en rettelse fra {when}</source>
        <translation>You have a correction from {when}</translation>
    </message>
    <message>
        <source>Du har en kladde fra {when}</source>
        <translation>You have a draft from {when}</translation>
    </message>
    <message>
        <source>&amp;Fortsæt</source>
        <translation>Con&amp;tinue</translation>
    </message>
    <message>
        <source>&amp;Kassér</source>
        <translation>D&amp;iscard</translation>
    </message>
    <message>
        <source>Kladden er kasseret</source>
        <translation>Draft discarded</translation>
    </message>
    <message>
        <source>&amp;Fortryd</source>
        <translation>&amp;Undo</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Opfølgning i dag</source>
        <translation>Follow-up today</translation>
    </message>
    <message>
        <source>Intet at følge op på i dag.</source>
        <translation>Nothing to follow up today.</translation>
    </message>
    <message>
        <source>Alle opfølgninger</source>
        <translation>All follow-ups</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>ingen</source>
        <translation>none</translation>
    </message>
    <message>
        <source>{count}, senest {date}</source>
        <translation>{count}, last {date}</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Ingen ser ud til at være registreret to gange.</source>
        <translation>Nobody seems to be registered twice.</translation>
    </message>
    <message>
        <source>Henvendelser</source>
        <translation>Inquiries</translation>
    </message>
    <message>
        <source>Leder efter dobbelte</source>
        <translation>Looking for duplicates</translation>
    </message>
    <message>
        <source>Mulige dobbelte</source>
        <translation>Possible duplicates</translation>
    </message>
    <message>
        <source>Forslag efter navn, telefon, fødselsår og arbejdsplads. Kun du ved, om det er den samme; et par, du har sagt nej til, kommer ikke igen.</source>
        <translation>Suggestions by name, phone, year of birth and workplace. Only you know whether it is one person; a pair that you said no to does not come back.</translation>
    </message>
    <message numerus="yes">
        <source>%n par</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message>
        <source>Posterne er samlet</source>
        <translation>The records are merged</translation>
    </message>
    <message>
        <source>De to bliver ikke foreslået igen</source>
        <translation>The two will not be suggested again</translation>
    </message>
</context>
<context>
    <name>EmptyPlan</name>
    <message>
        <source>Planen er tom. En fremmøderegel siger, hvor du sidder fast, og hvor tit.</source>
        <translation>The plan is empty. A presence rule says where you sit regularly, and how often.</translation>
    </message>
    <message>
        <source>Lav en fremmøderegel</source>
        <translation>Make a presence rule</translation>
    </message>
    <message>
        <source>Importér regler</source>
        <translation>Import rules</translation>
    </message>
</context>
<context>
    <name>EndRuleForm</name>
    <message>
        <source>Sidste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Ingen kom</source>
        <translation>Nobody came</translation>
    </message>
    <message>
        <source>Flyttet til en anden vagt</source>
        <translation>Moved to another shift</translation>
    </message>
    <message>
        <source>Arbejdspladsen ønsker det ikke</source>
        <translation>The workplace does not want it</translation>
    </message>
    <message>
        <source>Andet</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Hvorfor</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Fremmøder efter den dag bortfalder. Tidligere fremmøder bliver stående.</source>
        <translation>There are no visits after that day. Past ones are kept.</translation>
    </message>
    <message>
        <source>Med egne ord</source>
        <translation>In your own words</translation>
    </message>
</context>
<context>
    <name>ErasePanel</name>
    <message>
        <source>Behold personen</source>
        <translation>Keep the person</translation>
    </message>
    <message>
        <source>Behold personen (Esc)</source>
        <translation>Keep the person (Esc)</translation>
    </message>
    <message>
        <source>Slet for altid</source>
        <translation>Erase for good</translation>
    </message>
</context>
<context>
    <name>EvaluatorPage</name>
    <message>
        <source>Rækker uden navne, som en evaluator kan regne på. De gøres grovere, til ingen kan kendes fra mindst så mange andre, som projektets mindste gruppe siger.</source>
        <translation>Rows without names that an evaluator can compute on. They are made coarser until nobody can be told from at least as many others as the project&apos;s smallest group says.</translation>
    </message>
    <message>
        <source>Pakke til evaluator</source>
        <translation>Evaluator&apos;s pack</translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}</source>
        <translation>Saved: {file} in the folder {folder}</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Gem som PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Gem som Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>Gem som CSV til beregning</source>
        <translation>Save as CSV to compute on</translation>
    </message>
    <message>
        <source>CSV til Excel</source>
        <translation>CSV for Excel</translation>
    </message>
    <message>
        <source>Gem som CSV til Excel</source>
        <translation>Save as CSV for Excel</translation>
    </message>
    <message>
        <source>Opgørelse</source>
        <translation>Report</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Eksportér</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Kalender til Outlook (.ics)</source>
        <translation>Calendar for Outlook (.ics)</translation>
    </message>
    <message>
        <source>PDF til print eller opslag</source>
        <translation>PDF to print or put up</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Oplysninger</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Ret oplysningerne (F2)</source>
        <translation>Edit the details (F2)</translation>
    </message>
    <message>
        <source>Vis alle {count}</source>
        <translation>Show all {count}</translation>
    </message>
    <message>
        <source>Vis færre</source>
        <translation>Show fewer</translation>
    </message>
</context>
<context>
    <name>FigurePanel</name>
    <message>
        <source>Enter åbner en række, Esc går tilbage.</source>
        <translation>Enter opens a row, Esc goes back.</translation>
    </message>
    <message>
        <source>Luk (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Måned</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Fra computer, og hvad</source>
        <translation>From which laptop, and what</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Hvem og hvad</source>
        <translation>Who and what</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Esc går tilbage.</source>
        <translation>Esc goes back.</translation>
    </message>
    <message>
        <source>Rækkerne bag tallet</source>
        <translation>The rows behind the figure</translation>
    </message>
    <message>
        <source>Der er ingen rækker bag tallet.</source>
        <translation>There are no rows behind the figure.</translation>
    </message>
    <message>
        <source>Rækkerne, som de er nu: {count}</source>
        <translation>The rows as they are now: {count}</translation>
    </message>
    <message>
        <source>{count} rækker bag tallet</source>
        <translation>{count} rows behind the figure</translation>
    </message>
    <message>
        <source>1 række bag tallet</source>
        <translation>1 row behind the figure</translation>
    </message>
    <message>
        <source>{count} rækker er kopieret</source>
        <translation>{count} rows copied</translation>
    </message>
    <message>
        <source>1 række er kopieret</source>
        <translation>1 row copied</translation>
    </message>
</context>
<context>
    <name>FigureRowsTable</name>
    <message>
        <source>{amounts} / min.</source>
        <translation>{amounts} / min.</translation>
    </message>
    <message>
        <source>Slettet person</source>
        <translation>Erased person</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Fil</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Træk en CSV-fil hertil, eller vælg den. Første række skal være overskrifter. Både komma, semikolon og tabulator kan bruges.</source>
        <translation>Drag a CSV file here, or choose it. The first row must be headings. Comma, semicolon and tab can all be used.</translation>
    </message>
    <message>
        <source>Vælg fil …</source>
        <translation>Choose file …</translation>
    </message>
    <message>
        <source>Vælg en anden fil …</source>
        <translation>Choose another file …</translation>
    </message>
    <message>
        <source>Indhold</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Henvendelser</source>
        <translation>Inquiries</translation>
    </message>
    <message>
        <source>Arbejdspladser</source>
        <translation>Workplaces</translation>
    </message>
    <message>
        <source>Fremmøderegler</source>
        <translation>Presence rules</translation>
    </message>
    <message>
        <source>Lukkedage</source>
        <translation>Closing days</translation>
    </message>
    <message>
        <source>Filen indeholder</source>
        <translation>The file contains</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Søg i henvendelser</source>
        <translation>Search the inquiries</translation>
    </message>
    <message>
        <source>Søg navn, telefon, arbejdsplads eller kode</source>
        <translation>Search name, phone, workplace or code</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Årsag</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Vejleder</source>
        <translation>Counsellor</translation>
    </message>
    <message>
        <source>Alle slags</source>
        <translation>All kinds</translation>
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
        <translation>Reset</translation>
    </message>
    <message>
        <source>Nulstil alle filtre</source>
        <translation>Reset all filters</translation>
    </message>
    <message>
        <source>Alle arbejdspladser</source>
        <translation>All workplaces</translation>
    </message>
    <message>
        <source>Alle vejledere</source>
        <translation>All counsellors</translation>
    </message>
    <message>
        <source>Alle årsager</source>
        <translation>All reasons</translation>
    </message>
    <message>
        <source>Alle råd</source>
        <translation>All advice</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>f. {year}</source>
        <translation>b. {year}</translation>
    </message>
    <message>
        <source>{count} flere: skriv mere af navnet</source>
        <translation>{count} more: type more of the name</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Vælg …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Vælg {name}</source>
        <translation>Choose {name}</translation>
    </message>
</context>
<context>
    <name>FollowUpField</name>
    <message>
        <source>&amp;Opfølgning</source>
        <translation>&amp;Follow-up</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>1 uge</source>
        <translation>1 week</translation>
    </message>
    <message>
        <source>2 uger</source>
        <translation>2 weeks</translation>
    </message>
    <message>
        <source>Dato …</source>
        <translation>Date …</translation>
    </message>
    <message>
        <source>Dato for opfølgning</source>
        <translation>Date of the follow-up</translation>
    </message>
    <message>
        <source>Hvad har du lovet?</source>
        <translation>What did you promise?</translation>
    </message>
    <message>
        <source>Datoen for opfølgningen kan ikke læses.</source>
        <translation>The date of the follow-up cannot be read.</translation>
    </message>
    <message>
        <source>Skriv datoen for opfølgningen.</source>
        <translation>Type the date of the follow-up.</translation>
    </message>
</context>
<context>
    <name>FollowUpForm</name>
    <message>
        <source>Senest</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Hvordan</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Gentages</source>
        <translation>Repeats</translation>
    </message>
    <message>
        <source>Hvad har du lovet?</source>
        <translation>What did you promise?</translation>
    </message>
    <message>
        <source>Skriv fx +14, 2111 eller i morgen.</source>
        <translation>Type for example +14, 2111 or tomorrow.</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Ny opfølgning</source>
        <translation>New follow-up</translation>
    </message>
    <message>
        <source>Ret opfølgningen</source>
        <translation>Edit the follow-up</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Opfølgningen er aftalt</source>
        <translation>The follow-up is promised</translation>
    </message>
    <message>
        <source>Opfølgningen er rettet</source>
        <translation>The follow-up is corrected</translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message>
        <source>Mellemrum: gjort · 1: en dag senere · 7: en uge senere · K: kommentér · F2: ret · O: åbn · N: ny</source>
        <translation>Space: done · 1: a day later · 7: a week later · K: comment · F2: edit · O: open · N: new</translation>
    </message>
    <message>
        <source>Ny opfølgning</source>
        <translation>New follow-up</translation>
    </message>
    <message>
        <source>Ny opfølgning (N)</source>
        <translation>New follow-up (N)</translation>
    </message>
    <message>
        <source>Henvisninger</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>Ingen opfølgninger. Aftal en her, eller når du registrerer en henvendelse.</source>
        <translation>No follow-ups. Promise one here, or when you register an inquiry.</translation>
    </message>
    <message>
        <source>Intet åbent. Det, der er gjort, står nedenfor.</source>
        <translation>Nothing is open. What is done stands below.</translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Slettet</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Opfølgning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Opfølgningen er taget tilbage</source>
        <translation>The follow-up is taken back</translation>
    </message>
    <message numerus="yes">
        <source>%n åbne</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message>
        <source>, {count} over tid</source>
        <translation>, {count} overdue</translation>
    </message>
</context>
<context>
    <name>FormerLetters</name>
    <message>
        <source>Læs dem nu</source>
        <translation>Read them now</translation>
    </message>
    <message numerus="yes">
        <source>Mindst %n breve, som projektlederen før dig kan have fået, ligger ikke i det fælles sted, så tallene kan være for små. Ligger de i et tidligere sted, så træk den mappe hertil. Ellers bed vejlederne gemme måneden som fil igen.</source>
        <translation>
            <numerusform>At least %n letter that the lead before you may have been sent does not lie in the shared place, so the figures may be too small. If it lies in a former place, drag that folder here. Otherwise ask the counsellors to save the month as a file again.</numerusform>
            <numerusform>At least %n letters that the lead before you may have been sent do not lie in the shared place, so the figures may be too small. If they lie in a former place, drag that folder here. Otherwise ask the counsellors to save the month as a file again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Vælg det fælles sted under Projekt og sted: så hentes projektpakken og alle breve, som projektlederen før dig har fået. Uden et fælles sted: bed vejlederne sende deres måneder igen.</source>
        <translation>Choose the shared place under Project and place: then the project package and all letters that the lead before you was sent are fetched. Without a shared place: ask the counsellors to send their months again.</translation>
    </message>
    <message>
        <source>Ikke alle breve, som projektlederen før dig har fået, er læst endnu. Tallene er først hele, når de er.</source>
        <translation>Not all letters that the lead before you was sent have been read yet. The figures are whole only when they are.</translation>
    </message>
    <message>
        <source>Læser alle breve, som projektlederen før dig har fået: {percent} %. Annullerer du, er det læste gemt, og resten læses næste gang.</source>
        <translation>Reading all letters that the lead before you was sent: {percent}%. If you cancel, what was read is kept and the rest is read next time.</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Sprog</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Arbejder</source>
        <translation>Working</translation>
    </message>
</context>
<context>
    <name>Gatekeeper</name>
    <message>
        <source>Demoprojektets adgangssætning er »{passphrase}«.</source>
        <translation>The passphrase of the demo project is “{passphrase}”.</translation>
    </message>
</context>
<context>
    <name>Gates</name>
    <message>
        <source>Vejviser gendannelsesark.pdf</source>
        <translation>Vejviser recovery sheet.pdf</translation>
    </message>
    <message>
        <source>Vejviser projektets gendannelsesark.pdf</source>
        <translation>Vejviser recovery sheet of the project.pdf</translation>
    </message>
    <message>
        <source>Åbn projektpakke</source>
        <translation>Open project package</translation>
    </message>
    <message>
        <source>Åbn projektpakke eller deltagerliste</source>
        <translation>Open project package or roster</translation>
    </message>
    <message>
        <source>Vælg projektets fælles mappe</source>
        <translation>Choose the project&apos;s shared folder</translation>
    </message>
    <message>
        <source>Gem gendannelsesark</source>
        <translation>Save recovery sheet</translation>
    </message>
    <message>
        <source>Find sikkerhedskopi</source>
        <translation>Find a backup</translation>
    </message>
    <message>
        <source>Sikkerhedskopier (vejviser-*.db)</source>
        <translation>Backups (vejviser-*.db)</translation>
    </message>
</context>
<context>
    <name>GuardLine</name>
    <message>
        <source>Maskér</source>
        <translation>Mask</translation>
    </message>
    <message>
        <source>Der står noget, der ligner et CPR-nummer.</source>
        <translation>Something here looks like a CPR number.</translation>
    </message>
    <message>
        <source>En kendt persons navn står i teksten, men henvendelsen er anonym.</source>
        <translation>The text names a known person, but the inquiry is anonymous.</translation>
    </message>
</context>
<context>
    <name>Handouts</name>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}</source>
        <translation>Saved: {file} in the folder {folder}</translation>
    </message>
</context>
<context>
    <name>HeldForm</name>
    <message>
        <source>Fremmødet blev holdt</source>
        <translation>The visit was held</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Til</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Skriv et klokkeslæt, fx 9.30.</source>
        <translation>Type a time, e.g. 9.30.</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Modtaget</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Hvornår</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Blev til</source>
        <translation>What came of it</translation>
    </message>
    <message>
        <source>Vis alt</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>De nyeste {shown} af {total}</source>
        <translation>The newest {shown} of {total}</translation>
    </message>
</context>
<context>
    <name>IdentityPanel</name>
    <message>
        <source>Ny person: skriv navnet.</source>
        <translation>New person: type the name.</translation>
    </message>
    <message>
        <source>Slettet person. Kun det, der tælles, er tilbage.</source>
        <translation>Erased person. Only what is counted is left.</translation>
    </message>
    <message>
        <source>Rettelserne gælder alle personens henvendelser.</source>
        <translation>The corrections apply to all of the person&apos;s inquiries.</translation>
    </message>
    <message>
        <source>Ny person</source>
        <translation>New person</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>komma</source>
        <translation>comma</translation>
    </message>
    <message>
        <source>semikolon</source>
        <translation>semicolon</translation>
    </message>
    <message>
        <source>tabulator</source>
        <translation>tab</translation>
    </message>
    <message>
        <source>1 række</source>
        <translation>1 row</translation>
    </message>
    <message>
        <source>{count} rækker</source>
        <translation>{count} rows</translation>
    </message>
    <message>
        <source>1 henvendelse</source>
        <translation>1 inquiry</translation>
    </message>
    <message>
        <source>{count} henvendelser</source>
        <translation>{count} inquiries</translation>
    </message>
    <message>
        <source>1 fremmøderegel</source>
        <translation>1 presence rule</translation>
    </message>
    <message>
        <source>{count} fremmøderegler</source>
        <translation>{count} presence rules</translation>
    </message>
    <message>
        <source>1 række lukkedage</source>
        <translation>1 row of closing days</translation>
    </message>
    <message>
        <source>{count} rækker lukkedage</source>
        <translation>{count} rows of closing days</translation>
    </message>
    <message>
        <source>1 arbejdsplads</source>
        <translation>1 workplace</translation>
    </message>
    <message>
        <source>{count} arbejdspladser</source>
        <translation>{count} workplaces</translation>
    </message>
    <message>
        <source>Importér {things}</source>
        <translation>Import {things}</translation>
    </message>
    <message>
        <source>Der var intet nyt at importere</source>
        <translation>There was nothing new to import</translation>
    </message>
    <message>
        <source>{things} er importeret</source>
        <translation>{things} imported</translation>
    </message>
    <message>
        <source>{rows} er sprunget over.</source>
        <translation>{rows} left out.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>De første rækker</source>
        <translation>The first rows</translation>
    </message>
    <message>
        <source>Importér fra CSV</source>
        <translation>Import from CSV</translation>
    </message>
    <message>
        <source>Vælg en CSV-fil</source>
        <translation>Choose a CSV file</translation>
    </message>
    <message>
        <source>CSV-filer (*.csv *.txt *.tsv)</source>
        <translation>CSV files (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>Alle filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Række</source>
        <translation>Row</translation>
    </message>
</context>
<context>
    <name>Inquiries</name>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Årsager</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Vejleder</source>
        <translation>Counsellor</translation>
    </message>
    <message>
        <source>Klokkeslæt</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Fødselsår</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Sygefravær</source>
        <translation>Sick leave</translation>
    </message>
    <message>
        <source>Minutter</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Slettet person</source>
        <translation>Erased person</translation>
    </message>
    <message>
        <source>{date} kl. {time}</source>
        <translation>{date} at {time}</translation>
    </message>
    <message>
        <source>Køn</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Alder</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Varighed</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Kodeord</source>
        <translation>Code word</translation>
    </message>
    <message>
        <source>Tilknyttet</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>anonym før; samtykke {date}</source>
        <translation>anonymous before; consent {date}</translation>
    </message>
    <message>
        <source>Måneden</source>
        <translation>The month</translation>
    </message>
    <message>
        <source>er lukket; rettelser ændrer ikke de lukkede tal</source>
        <translation>is closed; corrections do not change the closed figures</translation>
    </message>
    <message>
        <source>Følg op</source>
        <translation>Follow up</translation>
    </message>
    <message>
        <source>Opfølgning: {text} (gjort {date})</source>
        <translation>Follow-up: {text} (done {date})</translation>
    </message>
    <message>
        <source>Opfølgning: {text} (senest {date})</source>
        <translation>Follow-up: {text} (by {date})</translation>
    </message>
    <message>
        <source>oprettet</source>
        <translation>created</translation>
    </message>
    <message>
        <source>rettet</source>
        <translation>edited</translation>
    </message>
    <message>
        <source>slettet</source>
        <translation>deleted</translation>
    </message>
    <message>
        <source>{kind}, {number}. henvendelse</source>
        <translation>{kind}, inquiry no. {number}</translation>
    </message>
    <message>
        <source>{kind}, har været her før</source>
        <translation>{kind}, has been here before</translation>
    </message>
    <message>
        <source>1 minut</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>{count} minutter</source>
        <translation>{count} minutes</translation>
    </message>
    <message>
        <source>Hele perioden</source>
        <translation>All dates</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Denne uge</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Denne måned</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Sidste måned</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>I år</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Sidste år</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>Fra … til …</source>
        <translation>From … to …</translation>
    </message>
</context>
<context>
    <name>InquiriesPage</name>
    <message>
        <source>Henvendelser</source>
        <translation>Inquiries</translation>
    </message>
    <message>
        <source>Importér …</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>Ingen henvendelser endnu.</source>
        <translation>No inquiries yet.</translation>
    </message>
    <message>
        <source>Ny henvendelse</source>
        <translation>New inquiry</translation>
    </message>
    <message>
        <source>{count} af {total} henvendelser</source>
        <translation>{count} of {total} inquiries</translation>
    </message>
    <message>
        <source>1 henvendelse</source>
        <translation>1 inquiry</translation>
    </message>
    <message>
        <source>{count} henvendelser</source>
        <translation>{count} inquiries</translation>
    </message>
    <message>
        <source>{count} rækker er kopieret</source>
        <translation>{count} rows copied</translation>
    </message>
    <message>
        <source>1 række er kopieret</source>
        <translation>1 row copied</translation>
    </message>
    <message>
        <source>{count} henvendelser er slettet</source>
        <translation>{count} inquiries deleted</translation>
    </message>
    <message>
        <source>Henvendelsen er slettet</source>
        <translation>Inquiry deleted</translation>
    </message>
</context>
<context>
    <name>InquiryContext</name>
    <message>
        <source>{day} kl. {time}</source>
        <translation>{day} at {time}</translation>
    </message>
    <message>
        <source>Uden arbejdsplads</source>
        <translation>No workplace</translation>
    </message>
    <message>
        <source>{n} min.</source>
        <translation>{n} min.</translation>
    </message>
    <message>
        <source>{month} er lukket. Det, du gemmer, ændrer ikke de lukkede tal.</source>
        <translation>{month} is closed. What you save does not change the closed figures.</translation>
    </message>
    <message>
        <source>siden {time}</source>
        <translation>since {time}</translation>
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
    <name>LeadCard</name>
    <message>
        <source>Led projektet herfra</source>
        <translation>Lead the project from here</translation>
    </message>
    <message>
        <source>Projektlederens data er gendannet fra en sikkerhedskopi, og så er computeren en ny i projektet. Den henter og sender ikke, før du har overtaget projektet med dets kode.</source>
        <translation>The lead&apos;s data were restored from a backup, which makes the computer a new one in the project. It fetches and sends nothing until you have taken the project over with its code.</translation>
    </message>
    <message>
        <source>Her er ikke registreret noget endnu, så installationen kan blive projektlederens. Så registreres der ikke henvendelser her.</source>
        <translation>Nothing is registered here yet, so the installation can become the lead&apos;s. Then no contacts are registered here.</translation>
    </message>
    <message>
        <source>Opret et projekt som leder</source>
        <translation>Create a project as its lead</translation>
    </message>
    <message>
        <source>Overtag et projekt med projektkoden …</source>
        <translation>Take a project over with its code …</translation>
    </message>
    <message>
        <source>Annullér</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Overtag projektet</source>
        <translation>Take the project over</translation>
    </message>
    <message>
        <source>Du er nu projektleder. Alle breve hentes nu.</source>
        <translation>You are the lead now. All letters are being fetched.</translation>
    </message>
    <message>
        <source>Du er nu projektleder. Vælg det fælles sted, så hentes alle breve.</source>
        <translation>You are the lead now. Choose the shared place, and all letters are fetched.</translation>
    </message>
    <message numerus="yes">
        <source>og %n mere</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Overtag, og overskriv</source>
        <translation>Take over and overwrite</translation>
    </message>
</context>
<context>
    <name>LengthField</name>
    <message>
        <source>Minutter</source>
        <translation>Minutes</translation>
    </message>
</context>
<context>
    <name>LinkForm</name>
    <message>
        <source>Henvendelsen bliver registreret og tælles sådan. Det, der blev fortalt anonymt, gemmes og kommer igen, hvis tilknytningen fjernes.</source>
        <translation>The inquiry becomes registered and is counted so. What was told anonymously is kept and comes back if the link is removed.</translation>
    </message>
    <message>
        <source>Knyt til en person</source>
        <translation>Link to a person</translation>
    </message>
    <message>
        <source>Knyt</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Samtykke givet</source>
        <translation>Consent given</translation>
    </message>
    <message>
        <source>Alle anonyme henvendelser med kodeordet</source>
        <translation>All anonymous inquiries with the code word</translation>
    </message>
    <message numerus="yes">
        <source>Alle %n med ordet</source>
        <translation>
            <numerusform>%n with the word</numerusform>
            <numerusform>All %n with the word</numerusform>
        </translation>
    </message>
    <message>
        <source>Find personen, og vælg den på listen.</source>
        <translation>Find the person and choose them in the list.</translation>
    </message>
    <message>
        <source>Knyttet til {name}</source>
        <translation>Linked to {name}</translation>
    </message>
</context>
<context>
    <name>LinkingPart</name>
    <message>
        <source>Gør anonym igen</source>
        <translation>Make anonymous again</translation>
    </message>
    <message>
        <source>Knyt til person …</source>
        <translation>Link to a person …</translation>
    </message>
    <message>
        <source>Fjern tilknytningen til personen; kan fortrydes</source>
        <translation>Remove the link to the person; can be undone</translation>
    </message>
    <message>
        <source>Henvendelsen er anonym igen</source>
        <translation>The inquiry is anonymous again</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Henvendelser</source>
        <translation>Inquiries</translation>
    </message>
    <message>
        <source>Ingen henvendelser passer til søgningen.</source>
        <translation>No inquiries match the search.</translation>
    </message>
    <message>
        <source>Nulstil</source>
        <translation>Reset</translation>
    </message>
</context>
<context>
    <name>LockSection</name>
    <message>
        <source>Adgangssætning</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Sikkerhedskopier, der allerede er taget, åbnes stadig med den gamle.</source>
        <translation>Backups already made still open with the old one.</translation>
    </message>
    <message>
        <source>Gendannelseskode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Koden låser op, hvis adgangssætningen er glemt. En ny kode gør det gamle ark ubrugeligt.</source>
        <translation>The code unlocks if the passphrase is forgotten. A new code makes the old sheet useless.</translation>
    </message>
</context>
<context>
    <name>MappingCard</name>
    <message>
        <source>Kolonner</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Kolonne med {field}</source>
        <translation>Column with {field}</translation>
    </message>
    <message>
        <source>(ikke med)</source>
        <translation>(left out)</translation>
    </message>
</context>
<context>
    <name>MemberRow</name>
    <message>
        <source>projektleder</source>
        <translation>lead</translation>
    </message>
    <message>
        <source>vejleder</source>
        <translation>counsellor</translation>
    </message>
    <message>
        <source>Spær {name} …</source>
        <translation>Revoke {name} …</translation>
    </message>
    <message>
        <source>Spær …</source>
        <translation>Revoke …</translation>
    </message>
    <message>
        <source>afløst {day} af en anden computer</source>
        <translation>replaced by another computer on {day}</translation>
    </message>
    <message>
        <source>spærret {day}</source>
        <translation>revoked on {day}</translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>Deltagerliste</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>{name} er spærret</source>
        <translation>{name} is revoked</translation>
    </message>
</context>
<context>
    <name>MonthCard</name>
    <message>
        <source>Månedsopgørelse</source>
        <translation>Monthly report</translation>
    </message>
    <message>
        <source>Se opgørelse</source>
        <translation>See report</translation>
    </message>
</context>
<context>
    <name>MonthRow</name>
    <message>
        <source>Send {month}</source>
        <translation>Send {month}</translation>
    </message>
    <message>
        <source>Send {month} igen</source>
        <translation>Send {month} again</translation>
    </message>
    <message>
        <source>Luk {month} …</source>
        <translation>Close {month} …</translation>
    </message>
    <message>
        <source>Ret {month} …</source>
        <translation>Correct {month} …</translation>
    </message>
    <message>
        <source>Gem {month} igen</source>
        <translation>Save {month} again</translation>
    </message>
</context>
<context>
    <name>MonthsCard</name>
    <message>
        <source>Måneder</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>Send og hent nu</source>
        <translation>Send and fetch now</translation>
    </message>
    <message>
        <source>Send og hent nu (F5)</source>
        <translation>Send and fetch now (F5)</translation>
    </message>
    <message>
        <source>Til e-mail eller et USB-drev; de er forseglet</source>
        <translation>For e-mail or a USB drive; they are sealed</translation>
    </message>
    <message>
        <source>Vis alle måneder</source>
        <translation>Show all months</translation>
    </message>
    <message>
        <source>Sender og henter breve</source>
        <translation>Sending and fetching letters</translation>
    </message>
    <message>
        <source>Når en måned er lukket, sendes den herfra med ét klik.</source>
        <translation>Once a month is closed, it is sent from here with one click.</translation>
    </message>
    <message numerus="yes">
        <source>Send %n lukkede måneder</source>
        <translation>
            <numerusform>Send %n closed month</numerusform>
            <numerusform>Send %n closed months</numerusform>
        </translation>
    </message>
    <message>
        <source>Gem filerne igen</source>
        <translation>Save the files again</translation>
    </message>
    <message>
        <source>Gem som filer</source>
        <translation>Save as files</translation>
    </message>
    <message>
        <source>Sender …</source>
        <translation>Sending …</translation>
    </message>
</context>
<context>
    <name>MonthsGrid</name>
    <message>
        <source>Hvem har sendt hvad</source>
        <translation>Who has sent what</translation>
    </message>
    <message>
        <source>Gå til Projekt og sted</source>
        <translation>Go to Project and place</translation>
    </message>
    <message>
        <source>Vejleder</source>
        <translation>Counsellor</translation>
    </message>
    <message>
        <source>Bemærk</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Vejledere og måneder</source>
        <translation>Counsellors and months</translation>
    </message>
    <message>
        <source>– betyder, at måneden ikke ventes; om der er tal for den, ved ingen.</source>
        <translation>– means that the month is not expected; whether there are figures of it, nobody knows.</translation>
    </message>
    <message>
        <source>Åbn breve …</source>
        <translation>Open letters …</translation>
    </message>
    <message>
        <source>Breve kan også trækkes ind i vinduet</source>
        <translation>Letters can also be dragged onto the window</translation>
    </message>
    <message>
        <source>Send og hent nu</source>
        <translation>Send and fetch now</translation>
    </message>
    <message>
        <source>Send og hent nu (F5)</source>
        <translation>Send and fetch now (F5)</translation>
    </message>
    <message>
        <source>Vis alle måneder</source>
        <translation>Show all months</translation>
    </message>
    <message>
        <source>Sender og henter breve</source>
        <translation>Sending and fetching letters</translation>
    </message>
    <message>
        <source>Læser breve</source>
        <translation>Reading letters</translation>
    </message>
    <message>
        <source>Henvendelser: {contacts}. Personer: {persons}, heraf {shared} kendt på flere computere.</source>
        <translation>Inquiries: {contacts}. Persons: {persons}, of whom {shared} known on several computers.</translation>
    </message>
    <message>
        <source>En anden er nu projektleder. Denne computer henter og sender ikke mere.</source>
        <translation>Somebody else is the lead now. This computer fetches and sends no more.</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message numerus="yes">
        <source>+%n flere</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>Flyt fremmødet</source>
        <translation>Move the visit</translation>
    </message>
    <message>
        <source>Flyt</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Klokken</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Fx 2711, i morgen eller +7: dage efter fremmødet.</source>
        <translation>For example 2711, tomorrow or +7: days after the visit.</translation>
    </message>
    <message>
        <source>Skriv et klokkeslæt, fx 9.30.</source>
        <translation>Type a time, e.g. 9.30.</translation>
    </message>
    <message>
        <source>Hvorfor (valgfrit)</source>
        <translation>Why (optional)</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>Ikke flyttet</source>
        <translation>Not moved</translation>
    </message>
    <message>
        <source>{day} kl. {time}</source>
        <translation>{day} at {time}</translation>
    </message>
    <message>
        <source>Enter flytter, Esc fortryder</source>
        <translation>Enter moves, Esc cancels</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Gentag adgangssætningen</source>
        <translation>Repeat the passphrase</translation>
    </message>
    <message>
        <source>&amp;Gentag</source>
        <translation>&amp;Repeat</translation>
    </message>
    <message>
        <source>De to er ikke ens. Skriv den samme begge steder.</source>
        <translation>The two differ. Type the same in both places.</translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Kun til dig. Skriv ingen CPR-numre.</source>
        <translation>For you only. Type no CPR numbers.</translation>
    </message>
    <message>
        <source>Noten kommer aldrig med i opgørelser.</source>
        <translation>The note is never part of reports.</translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>Nyt tilbud</source>
        <translation>New offer</translation>
    </message>
    <message>
        <source>Ret tilbuddet</source>
        <translation>Correct the offer</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Gælder for</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Hele projektet</source>
        <translation>The whole project</translation>
    </message>
    <message>
        <source>Hører til rådet</source>
        <translation>Belongs to the advice</translation>
    </message>
    <message>
        <source>Intet bestemt råd</source>
        <translation>No particular advice</translation>
    </message>
    <message>
        <source>Gælder fra</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Gælder til</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Vælg en arbejdsplads eller organisation fra listen.</source>
        <translation>Choose a workplace or an organisation from the list.</translation>
    </message>
    <message>
        <source>Skriv en arbejdsplads eller organisation; tomt er hele projektet.</source>
        <translation>Enter a workplace or an organisation; empty is the whole project.</translation>
    </message>
    <message>
        <source>Foreslås sammen med rådet, når en henvendelse registreres.</source>
        <translation>Suggested with the advice when an inquiry is registered.</translation>
    </message>
    <message>
        <source>Tomt, når der ikke er aftalt noget antal.</source>
        <translation>Empty where no number is agreed on.</translation>
    </message>
    <message>
        <source>Leverandør</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Aftalte sessioner</source>
        <translation>Sessions agreed on</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Note, fx hvad det dækker</source>
        <translation>Note, e.g. what it covers</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Hører til rådet</source>
        <translation>Goes with the advice</translation>
    </message>
    <message>
        <source>Intet bestemt råd</source>
        <translation>No particular advice</translation>
    </message>
    <message>
        <source>Gælder for</source>
        <translation>Applies to</translation>
    </message>
    <message>
        <source>Denne arbejdsplads</source>
        <translation>This workplace</translation>
    </message>
    <message>
        <source>Hele organisationen</source>
        <translation>The whole organisation</translation>
    </message>
    <message>
        <source>Gælder fra</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Gælder til</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Leverandør</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Note, fx hvad det dækker</source>
        <translation>Note, e.g. what it covers</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Fjern tilbuddet</source>
        <translation>Remove the offer</translation>
    </message>
    <message>
        <source>Enter: ret. Delete: slet.</source>
        <translation>Enter: edit. Delete: delete.</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Ret (Enter)</source>
        <translation>Edit (Enter)</translation>
    </message>
    <message>
        <source>Slet</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Slet (Delete); kan fortrydes</source>
        <translation>Delete (Delete); can be undone</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>1 aftalt session</source>
        <translation>1 session agreed on</translation>
    </message>
    <message>
        <source>{count} aftalte sessioner</source>
        <translation>{count} sessions agreed on</translation>
    </message>
    <message>
        <source>gælder {first} til {last}</source>
        <translation>valid {first} to {last}</translation>
    </message>
    <message>
        <source>gælder fra {first}</source>
        <translation>valid from {first}</translation>
    </message>
    <message>
        <source>gælder til {last}</source>
        <translation>valid until {last}</translation>
    </message>
</context>
<context>
    <name>OffersBox</name>
    <message>
        <source>Tilbud på arbejdspladsen</source>
        <translation>Offers at the workplace</translation>
    </message>
    <message numerus="yes">
        <source>og %n tilbud mere</source>
        <translation>
            <numerusform>and %n more offer</numerusform>
            <numerusform>and %n more offers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OffersPage</name>
    <message>
        <source>Søg tilbud</source>
        <translation>Search offers</translation>
    </message>
    <message>
        <source>Søg leverandør, arbejdsplads, slags</source>
        <translation>Search provider, workplace, kind</translation>
    </message>
    <message>
        <source>Gælder i dag</source>
        <translation>Valid today</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Nyt tilbud</source>
        <translation>New offer</translation>
    </message>
    <message>
        <source>Ingen tilbud passer til søgningen.</source>
        <translation>No offer fits the search.</translation>
    </message>
    <message>
        <source>Her er ingen tilbud endnu. Tilføj det, folk kan bruge: coaching, forsikring …</source>
        <translation>There are no offers here yet. Add what people can use: coaching, insurance …</translation>
    </message>
    <message>
        <source>Tilføj det første</source>
        <translation>Add the first one</translation>
    </message>
    <message>
        <source>Tilbud</source>
        <translation>Offers</translation>
    </message>
    <message numerus="yes">
        <source>%n tilbud</source>
        <translation>
            <numerusform>%n offer</numerusform>
            <numerusform>%n offers</numerusform>
        </translation>
    </message>
    <message>
        <source>Tilbuddet er slettet</source>
        <translation>The offer is deleted</translation>
    </message>
    <message>
        <source>Tilbuddet er gemt</source>
        <translation>The offer is saved</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>Prøvekørsel</source>
        <translation>Dry run</translation>
    </message>
    <message>
        <source>Filen gennemgås</source>
        <translation>Going through the file</translation>
    </message>
    <message>
        <source>Rækker, der ikke kan bruges</source>
        <translation>Rows that cannot be used</translation>
    </message>
    <message>
        <source>Kopiér listen</source>
        <translation>Copy the list</translation>
    </message>
    <message>
        <source>Spring rækker med fejl over</source>
        <translation>Leave out rows with errors</translation>
    </message>
    <message>
        <source>Række</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Kolonne</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Fejl</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Intet at importere</source>
        <translation>Nothing to import</translation>
    </message>
    <message>
        <source>Listen er kopieret</source>
        <translation>List copied</translation>
    </message>
</context>
<context>
    <name>OutgoingCard</name>
    <message>
        <source>Til vejlederne</source>
        <translation>To the counsellors</translation>
    </message>
    <message>
        <source>Uden et fælles sted sendes kvitteringer og deltagerliste med e-mail. En vejleder åbner filerne under Deling eller trækker dem ind i vinduet.</source>
        <translation>Without a shared place, receipts and roster are sent by e-mail. A counsellor opens the files under Sharing or drags them into the window.</translation>
    </message>
    <message>
        <source>Gem deltagerlisten som fil</source>
        <translation>Save the roster as a file</translation>
    </message>
    <message>
        <source>deltagerlisten</source>
        <translation>the roster</translation>
    </message>
    <message>
        <source>projektpakken</source>
        <translation>the project package</translation>
    </message>
    <message numerus="yes">
        <source>%n kvitteringer</source>
        <translation>
            <numerusform>%n receipt</numerusform>
            <numerusform>%n receipts</numerusform>
        </translation>
    </message>
    <message>
        <source>Ikke delt endnu: {what}.</source>
        <translation>Not shared yet: {what}.</translation>
    </message>
    <message>
        <source>Der er ingen vejledere at dele med endnu.</source>
        <translation>There are no counsellors to share with yet.</translation>
    </message>
    <message>
        <source>Der er ikke gemt en projektpakke endnu.</source>
        <translation>No project package has been saved yet.</translation>
    </message>
    <message>
        <source>Intet venter. Projektpakken og deltagerlisten sendes som filer.</source>
        <translation>Nothing waits. The project package and the roster are sent as files.</translation>
    </message>
    <message>
        <source>Alt til vejlederne er delt.</source>
        <translation>Everything for the counsellors is shared.</translation>
    </message>
    <message>
        <source>Gem kvitteringer som filer</source>
        <translation>Save receipts as files</translation>
    </message>
    <message>
        <source>Gem kvitteringerne igen</source>
        <translation>Save the receipts again</translation>
    </message>
    <message numerus="yes">
        <source>Gemt: %n kvitteringer i mappen {folder}</source>
        <translation>
            <numerusform>Saved: %n receipt in the folder {folder}</numerusform>
            <numerusform>Saved: %n receipts in the folder {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}</source>
        <translation>Saved: {file} in the folder {folder}</translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>OutsideAsking</name>
    <message>
        <source>Hele projektet</source>
        <translation>The whole project</translation>
    </message>
    <message>
        <source>{organisation}, alle arbejdspladser</source>
        <translation>{organisation}, all workplaces</translation>
    </message>
</context>
<context>
    <name>OutsidePage</name>
    <message>
        <source>Tal, der må forlade huset: små tal er skjult, og de er kontrolleret mod alt, der er udgivet før.</source>
        <translation>Figures that may leave the house: small figures are withheld, and they are checked against all that was released before.</translation>
    </message>
    <message>
        <source>Opgørelser til andre</source>
        <translation>Reports for others</translation>
    </message>
    <message>
        <source>Gemt i mappen {folder}</source>
        <translation>Saved in the folder {folder}</translation>
    </message>
</context>
<context>
    <name>Overlays</name>
    <message>
        <source>Søg overalt</source>
        <translation>Search everywhere</translation>
    </message>
    <message>
        <source>Skriv en arbejdsplads, en vejleder, et kort eller en handling</source>
        <translation>Type a workplace, a counsellor, a card or an action</translation>
    </message>
    <message>
        <source>Skriv et navn, en arbejdsplads, et kort eller en handling</source>
        <translation>Type a name, a workplace, a card or an action</translation>
    </message>
    <message>
        <source>Genvejstaster</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Overalt</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Sider</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>På siden</source>
        <translation>On the page</translation>
    </message>
    <message>
        <source>Opfølgning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Personens side</source>
        <translation>The person&apos;s page</translation>
    </message>
</context>
<context>
    <name>OwnCard</name>
    <message>
        <source>Denne computers visitkort</source>
        <translation>This computer&apos;s card</translation>
    </message>
    <message>
        <source>Giv det til projektlederen som fil eller på papir, og læs de ti ord højt i telefonen. Det er ikke hemmeligt: det viser, hvem breve herfra er fra, og låser intet op.</source>
        <translation>Give it to the lead as a file or on paper, and read the ten words aloud on the telephone. It is not secret: it shows whom letters from here are from, and unlocks nothing.</translation>
    </message>
    <message>
        <source>Det ligger i projektpakken. Læs de ti ord højt i telefonen, når en vejleder åbner pakken første gang: så ved vejlederen, at den er fra dig.</source>
        <translation>It is in the project package. Read the ten words aloud over the telephone when a counsellor opens the package for the first time: then the counsellor knows that it is from you.</translation>
    </message>
    <message>
        <source>Visitkortet som QR-kode</source>
        <translation>The card as a QR code</translation>
    </message>
    <message>
        <source>Denne computers ti ord</source>
        <translation>This computer&apos;s ten words</translation>
    </message>
    <message>
        <source>Gem som fil</source>
        <translation>Save as file</translation>
    </message>
    <message>
        <source>Udskriv …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Gemmer arket som PDF og åbner det</source>
        <translation>Saves the sheet as PDF and opens it</translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}</source>
        <translation>Saved: {file} in the folder {folder}</translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>PackageCard</name>
    <message>
        <source>Projektpakken</source>
        <translation>The project package</translation>
    </message>
    <message>
        <source>Arbejdspladser, tilbud, fremmøderegler, lukkedage, årsager og råd, grænsen for små tal og deltagerlisten i én fil. Send den til hver vejleder, og læs dine ti ord højt, når den åbnes. Er der valgt et fælles sted, lægges den nyeste udgave også dér.</source>
        <translation>Workplaces, offers, presence rules, closing days, reasons and advice, the threshold for small figures and the roster in one file. Send it to every counsellor, and read your ten words aloud when it is opened. If a shared place was chosen, the newest version is left there, too.</translation>
    </message>
    <message>
        <source>Gem ny projektpakke</source>
        <translation>Save new project package</translation>
    </message>
    <message>
        <source>Annullér</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>»{project}«: deltagerliste {n} fra {day}, vejledere: {count}.</source>
        <translation>“{project}”: roster {n} of {day}, counsellors: {count}.</translation>
    </message>
    <message>
        <source>Gem projektpakken</source>
        <translation>Save the project package</translation>
    </message>
    <message>
        <source>Gem den alligevel</source>
        <translation>Save it anyway</translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}</source>
        <translation>Saved: {file} in the folder {folder}</translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>PackageLine</name>
    <message>
        <source>Ny projektpakke fra {name}. Se, hvad der ændres</source>
        <translation>New project package from {name}. See what changes</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>Sandsynligt</source>
        <translation>Likely</translation>
    </message>
    <message>
        <source>Måske</source>
        <translation>Perhaps</translation>
    </message>
    <message>
        <source>Sammenlign</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Sammenlign: {names}</source>
        <translation>Compare: {names}</translation>
    </message>
    <message>
        <source>Ikke den samme</source>
        <translation>Not the same</translation>
    </message>
    <message>
        <source>Ikke den samme: {names}</source>
        <translation>Not the same: {names}</translation>
    </message>
</context>
<context>
    <name>PanelForm</name>
    <message>
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tilbage (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
</context>
<context>
    <name>PassphraseCard</name>
    <message>
        <source>Nuværende adgangssætning</source>
        <translation>Current passphrase</translation>
    </message>
    <message>
        <source>Nuværende</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>Ny adgangssætning</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Skift adgangssætning</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>Adgangssætningen er skiftet</source>
        <translation>Passphrase changed</translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message>
        <source>Vælg en adgangssætning</source>
        <translation>Choose a passphrase</translation>
    </message>
    <message>
        <source>Den låser op for det, du skriver. Ingen andre kender den, og ingen kan se den, hvis computeren bliver stjålet.</source>
        <translation>It unlocks what you write. Nobody else knows it, and nobody can see it if the computer is stolen.</translation>
    </message>
    <message>
        <source>&amp;Adgangssætning</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Videre</source>
        <translation>Next</translation>
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
    <name>PastGroup</name>
    <message>
        <source>Vis flere</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Vis {heading}</source>
        <translation>Show {heading}</translation>
    </message>
    <message>
        <source>Skjul {heading}</source>
        <translation>Hide {heading}</translation>
    </message>
</context>
<context>
    <name>PastRow</name>
    <message>
        <source>Tag tilbage: {title}, {when}</source>
        <translation>Take back: {title}, {when}</translation>
    </message>
    <message>
        <source>Tag tilbage</source>
        <translation>Take back</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Ingen tidligere henvendelser.</source>
        <translation>No earlier inquiries.</translation>
    </message>
    <message>
        <source>Genganger: {count} tidligere henvendelser, senest {date}</source>
        <translation>Returning: {count} earlier inquiries, latest {date}</translation>
    </message>
    <message>
        <source>Genganger: 1 tidligere henvendelse, {date}</source>
        <translation>Returning: 1 earlier inquiry, {date}</translation>
    </message>
    <message>
        <source>f. {year}</source>
        <translation>b. {year}</translation>
    </message>
    <message>
        <source>{count} tidligere</source>
        <translation>{count} earlier</translation>
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
        <source>Periode: skriv en måned</source>
        <translation>Period: type a month</translation>
    </message>
    <message>
        <source>Skriv en måned, fx 9/2019 eller sept. 2019</source>
        <translation>Type a month, for example 9/2019 or Sept. 2019</translation>
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
        <source>»{text}« er ikke en måned. Skriv fx 9/2019 eller sept. 2019.</source>
        <translation>“{text}” is no month. Type for example 9/2019 or Sept. 2019.</translation>
    </message>
    <message>
        <source>Den sidste dag ligger før den første.</source>
        <translation>The last day is before the first.</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Ingen henvendelser endnu</source>
        <translation>No inquiries yet</translation>
    </message>
    <message>
        <source>1 henvendelse, {date}</source>
        <translation>1 inquiry, {date}</translation>
    </message>
    <message>
        <source>{count} henvendelser, {first} til {last}</source>
        <translation>{count} inquiries, {first} to {last}</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Køn</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Fødselsår</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>{place}, senest {date}</source>
        <translation>{place}, last {date}</translation>
    </message>
    <message>
        <source>Slet {name}, født {year}, for altid?</source>
        <translation>Erase {name}, born {year}, for good?</translation>
    </message>
    <message>
        <source>Slet {name} for altid?</source>
        <translation>Erase {name} for good?</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Navn eller telefon</source>
        <translation>Name or phone</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Ret oplysninger</source>
        <translation>Edit details</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Køn</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fødselsår</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Fødselsåret kan ikke passe. Skriv fx 1974 eller 74.</source>
        <translation>The year of birth cannot be right. Type for example 1974 or 74.</translation>
    </message>
    <message>
        <source>Oplysningerne er gemt</source>
        <translation>The details are saved</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Ny henvendelse fra personen</source>
        <translation>New inquiry by this person</translation>
    </message>
    <message>
        <source>Ingen person er valgt. Find en med Ctrl+K.</source>
        <translation>No person is chosen. Find one with Ctrl+K.</translation>
    </message>
    <message>
        <source>Personen er slettet eller findes ikke længere.</source>
        <translation>The person was erased or is no longer there.</translation>
    </message>
    <message>
        <source>Henvendelser</source>
        <translation>Inquiries</translation>
    </message>
    <message>
        <source>Personen er slettet for altid. Kvitteringen ligger i eksportmappen.</source>
        <translation>The person is erased for good. The receipt is in the export folder.</translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Henter personen</source>
        <translation>Reading the person</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>&amp;Anonym</source>
        <translation>&amp;Anonymous</translation>
    </message>
    <message>
        <source>&amp;Registreret</source>
        <translation>&amp;Registered</translation>
    </message>
    <message>
        <source>Identitet</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Navn eller telefon (tomt: anonym)</source>
        <translation>Name or phone (empty: anonymous)</translation>
    </message>
    <message>
        <source>Seneste</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>Personer, der senest har været her (pil ned)</source>
        <translation>People who were here most recently (arrow down)</translation>
    </message>
</context>
<context>
    <name>PickedField</name>
    <message>
        <source>Vis alle</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Vis alle: {name}</source>
        <translation>Show all: {name}</translation>
    </message>
    <message>
        <source>{title} valgt</source>
        <translation>{title} chosen</translation>
    </message>
    <message>
        <source>{title} fjernet</source>
        <translation>{title} removed</translation>
    </message>
    <message>
        <source>Fjern {title}</source>
        <translation>Remove {title}</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Hvor breve lægges og hentes</source>
        <translation>Where letters are left and fetched</translation>
    </message>
    <message>
        <source>En mappe, som du og projektlederen begge kan nå (netværksdrev, OneDrive, USB-drev), eller en server med WebDAV (Nextcloud). Alt, der lægges der, er forseglet.</source>
        <translation>A folder that both you and the lead can reach (network drive, OneDrive, USB drive), or a server with WebDAV (Nextcloud). All that is left there is sealed.</translation>
    </message>
    <message>
        <source>En mappe, som du og alle vejlederne kan nå (netværksdrev, OneDrive, USB-drev), eller en server med WebDAV (Nextcloud). Alt, der lægges der, er forseglet.</source>
        <translation>A folder that you and all counsellors can reach (network drive, OneDrive, USB stick), or a server with WebDAV (Nextcloud). Everything left there is sealed.</translation>
    </message>
    <message>
        <source>Kopierer breve fra det gamle sted</source>
        <translation>Copying letters from the old place</translation>
    </message>
    <message>
        <source>Prøv og brug stedet</source>
        <translation>Try and use the place</translation>
    </message>
    <message>
        <source>Brug ikke noget sted</source>
        <translation>Use no place</translation>
    </message>
    <message>
        <source>Stedet kan nås og bruges fra nu af.</source>
        <translation>The place can be reached and is used from now on.</translation>
    </message>
    <message>
        <source>{why} Stedet bruges ikke.</source>
        <translation>{why} The place is not used.</translation>
    </message>
    <message>
        <source>Der bruges ikke noget sted mere</source>
        <translation>No place is used any more</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>I brug: {place}. Nået sidst {day} kl. {time}.</source>
        <translation>In use: {place}. Reached last on {day} at {time}.</translation>
    </message>
    <message>
        <source>I brug: {place}. Der er ikke udvekslet breve endnu.</source>
        <translation>In use: {place}. No letters were exchanged yet.</translation>
    </message>
    <message>
        <source>Der er ikke valgt et sted. Breve kan også gemmes som filer.</source>
        <translation>No place is chosen. Letters can also be saved as files.</translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Mappe</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Server (WebDAV)</source>
        <translation>Server by WebDAV</translation>
    </message>
    <message>
        <source>Ingen mappe er valgt</source>
        <translation>No folder is chosen</translation>
    </message>
    <message>
        <source>Adgangskode</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Bruger</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Nextcloud: lav en app-adgangskode. Den gemmes krypteret.</source>
        <translation>Nextcloud: make an app password. It is stored encrypted.</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Rum, fx kantinen</source>
        <translation>Room, e.g. the canteen</translation>
    </message>
    <message>
        <source>Adresse, hvis der er flere</source>
        <translation>Address, if several</translation>
    </message>
    <message>
        <source>Fjern stedet</source>
        <translation>Remove the place</translation>
    </message>
</context>
<context>
    <name>PlacesField</name>
    <message>
        <source>Tilføj et sted</source>
        <translation>Add a place</translation>
    </message>
    <message>
        <source>Begynd med det næste sted</source>
        <translation>Begin with the next place</translation>
    </message>
    <message>
        <source>Stederne bruges på skift. Datoerne ovenfor viser, hvornår.</source>
        <translation>The places take turns. The dates above show when.</translation>
    </message>
    <message>
        <source>{place} begynder</source>
        <translation>{place} begins</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Aktiviteten er rettet</source>
        <translation>Activity corrected</translation>
    </message>
    <message>
        <source>Aktiviteten er gemt</source>
        <translation>Activity saved</translation>
    </message>
    <message>
        <source>Aktiviteten er noteret som holdt</source>
        <translation>Activity recorded as held</translation>
    </message>
    <message>
        <source>Aktiviteten er aflyst</source>
        <translation>Activity cancelled</translation>
    </message>
    <message>
        <source>Aktiviteten er genoptaget</source>
        <translation>Activity reinstated</translation>
    </message>
    <message>
        <source>Aktiviteten er slettet</source>
        <translation>Activity deleted</translation>
    </message>
    <message>
        <source>Fremmødet er startet</source>
        <translation>Visit started</translation>
    </message>
    <message>
        <source>Fremmødet er afsluttet</source>
        <translation>Visit ended</translation>
    </message>
    <message>
        <source>Fremmødet er noteret som holdt</source>
        <translation>Visit recorded as held</translation>
    </message>
    <message>
        <source>Fremmødet er aflyst</source>
        <translation>Visit cancelled</translation>
    </message>
    <message>
        <source>Fremmødet holdes alligevel</source>
        <translation>Visit held anyway</translation>
    </message>
    <message>
        <source>Fremmødet er genoptaget</source>
        <translation>Visit reinstated</translation>
    </message>
    <message>
        <source>Vejlederen er skiftet</source>
        <translation>Counsellor changed</translation>
    </message>
    <message>
        <source>Aktiviteten</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Fremmødet</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>{what} er flyttet til {date}</source>
        <translation>{what} moved to {date}</translation>
    </message>
    <message>
        <source>{what} er flyttet til {date} kl. {time}</source>
        <translation>{what} moved to {date} at {time}</translation>
    </message>
    <message>
        <source>Uge {week}, {year}</source>
        <translation>Week {week}, {year}</translation>
    </message>
    <message>
        <source>Planlagt {planned} · holdt {held} · aflyst {cancelled}</source>
        <translation>Planned {planned} · held {held} · cancelled {cancelled}</translation>
    </message>
    <message>
        <source>Sprunget over: {count}</source>
        <translation>Skipped: {count}</translation>
    </message>
    <message>
        <source>Uden henvendelser: {count}</source>
        <translation>Without inquiries: {count}</translation>
    </message>
    <message>
        <source>Ikke afklaret: {count}</source>
        <translation>Not settled: {count}</translation>
    </message>
    <message>
        <source>1 deltager</source>
        <translation>1 participant</translation>
    </message>
    <message>
        <source>{count} deltagere</source>
        <translation>{count} participants</translation>
    </message>
    <message>
        <source>{day}. {month}</source>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>{hours} t</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{weekday} {date} {begins} til {ends}</source>
        <translation>{weekday} {date} {begins} to {ends}</translation>
    </message>
</context>
<context>
    <name>PlanExports</name>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}</source>
        <translation>Saved: {file} in the folder {folder}</translation>
    </message>
</context>
<context>
    <name>PlanForms</name>
    <message>
        <source>Fremmødet er planlagt</source>
        <translation>Visit planned</translation>
    </message>
</context>
<context>
    <name>PlanSection</name>
    <message>
        <source>Lukkedage for alle arbejdspladser</source>
        <translation>Closing days for all workplaces</translation>
    </message>
    <message>
        <source>Fremmøder på de dage springes over. Helligdage behøver du ikke skrive.</source>
        <translation>Visits on those days are skipped. You need not enter holidays.</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Fremmødeplan</source>
        <translation>Presence plan</translation>
    </message>
</context>
<context>
    <name>PlannedBlock</name>
    <message>
        <source>Blev holdt</source>
        <translation>Was held</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Aflys</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Hold alligevel</source>
        <translation>Hold anyway</translation>
    </message>
    <message>
        <source>Genoptag</source>
        <translation>Reinstate</translation>
    </message>
    <message>
        <source>Vis i planen</source>
        <translation>Show in the plan</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Hvor du sidder, fx kantinen, lokale 2.</source>
        <translation>Where you sit, e.g. the canteen, room 2.</translation>
    </message>
    <message>
        <source>Synlighed</source>
        <translation>Visibility</translation>
    </message>
    <message>
        <source>Hvordan folk får øje på dig, og hvad der kan holde dem væk.</source>
        <translation>How people notice you, and what may keep them away.</translation>
    </message>
    <message>
        <source>Bemærkning</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Beregn igen</source>
        <translation>Compute again</translation>
    </message>
    <message>
        <source>Kommer med: {period}</source>
        <translation>Comes along: {period}</translation>
    </message>
    <message>
        <source>Ingen periode</source>
        <translation>No period</translation>
    </message>
    <message>
        <source>Ret datoerne ovenfor, så vises det, hvad der kommer med.</source>
        <translation>Correct the dates above to see what would come along.</translation>
    </message>
    <message>
        <source>Der er ikke beregnet noget.</source>
        <translation>Nothing was computed.</translation>
    </message>
    <message>
        <source>Prøver, hvor grove rækkerne må være: trin {done} af {of} …</source>
        <translation>Trying how coarse the rows must be: step {done} of {of} …</translation>
    </message>
    <message>
        <source>Læser henvendelserne …</source>
        <translation>Reading the contacts …</translation>
    </message>
    <message>
        <source>Holder rækkerne op mod de udgivne opgørelser …</source>
        <translation>Setting the rows against the released reports …</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Beregner, hvad der kan vises</source>
        <translation>Computing what can be shown</translation>
    </message>
    <message>
        <source>Annullér</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ProjectCard</name>
    <message>
        <source>Projektet</source>
        <translation>The project</translation>
    </message>
    <message>
        <source>Se, hvad der er nyt</source>
        <translation>See what is new</translation>
    </message>
    <message>
        <source>Projektlederens ti ord</source>
        <translation>The lead&apos;s ten words</translation>
    </message>
    <message>
        <source>De ti ord</source>
        <translation>The ten words</translation>
    </message>
    <message>
        <source>Ring til projektlederen, og skriv de ord, som du hører.</source>
        <translation>Call the lead and type the words that you hear.</translation>
    </message>
    <message>
        <source>Annullér</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Projektlederen har sendt en ny projektpakke.</source>
        <translation>The lead has sent a new project package.</translation>
    </message>
    <message>
        <source>»{project}«, ledet af {name} ({initials}).</source>
        <translation>“{project}”, led by {name} ({initials}).</translation>
    </message>
    <message>
        <source>Vær med i projektet</source>
        <translation>Join the project</translation>
    </message>
    <message>
        <source>Overskriv det, der er rettet her</source>
        <translation>Overwrite what was changed here</translation>
    </message>
    <message>
        <source>Tag den i brug</source>
        <translation>Take it into use</translation>
    </message>
    <message numerus="yes">
        <source>og %n mere</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Denne computer hører ikke til et fælles projekt endnu. Projektlederen sender dig en fil; åbn den her.</source>
        <translation>This computer does not belong to a shared project yet. The lead sends you a file; open it here.</translation>
    </message>
    <message>
        <source>»{project}«, ledet af {name} ({initials}). Deltagerliste {n} fra {day}.</source>
        <translation>“{project}”, led by {name} ({initials}). Roster {n} of {day}.</translation>
    </message>
    <message>
        <source>Åbn fil …</source>
        <translation>Open file …</translation>
    </message>
    <message>
        <source>Projektpakke, deltagerliste, kvittering eller nøgle; også trukket ind i vinduet</source>
        <translation>Project package, roster, receipt or key; also dragged into the window</translation>
    </message>
    <message>
        <source>Denne computer er spærret af projektlederen: ingen tal tages ind herfra. Ring til projektlederen.</source>
        <translation>This computer was revoked by the lead: no figures from here are taken in. Call the lead.</translation>
    </message>
    <message>
        <source>Denne computer er afløst: dens data er gendannet eller kopieret, og den anden computer med dem er med i stedet. Send fra den, og registrér dér, hvad der kun står her. Er den ikke din, så ring til projektlederen.</source>
        <translation>This computer was replaced: its data were restored or copied, and the other computer with them belongs instead. Send from that one, and register there what stands here alone. If it is not yours, call the lead.</translation>
    </message>
    <message>
        <source>Denne computer er gendannet fra en sikkerhedskopi, eller en kopi af dens data har sendt fra en anden. Den er ny for projektlederen. Giv projektlederen det nye visitkort nedenfor; så afløser den computeren fra før.</source>
        <translation>This computer was restored from a backup, or a copy of its data sent from another one. It is new to the lead. Give the lead the new card below; then it replaces the computer from before.</translation>
    </message>
    <message>
        <source>Åbn projektpakke …</source>
        <translation>Open project package …</translation>
    </message>
    <message>
        <source>Projektlederen har ikke taget dit visitkort med endnu.</source>
        <translation>The lead has not taken your card in yet.</translation>
    </message>
    <message>
        <source>Du er med i projektet</source>
        <translation>You belong to the project</translation>
    </message>
    <message>
        <source>Projektlederens fil er taget i brug</source>
        <translation>The lead&apos;s file is in use</translation>
    </message>
</context>
<context>
    <name>ProjectCodeStep</name>
    <message>
        <source>Projektets gendannelseskode</source>
        <translation>Recovery code of the project</translation>
    </message>
    <message>
        <source>Med denne kode kan en ny projektleder overtage projektet og læse det, som vejlederne har sendt. Den vises kun nu. Gem arket i et pengeskab hos den, der ejer projektet: ikke sammen med din egen kode.</source>
        <translation>With this code a new lead can take the project over and read what the counsellors have sent. It is shown only now. Keep the sheet in a safe of whoever owns the project: not together with your own code.</translation>
    </message>
    <message>
        <source>Sæt fluebenet, når du har arket. Uden koden kan ingen overtage projektet efter dig.</source>
        <translation>Tick the box once you have the sheet. Without the code nobody can take the project over after you.</translation>
    </message>
</context>
<context>
    <name>PromiseRow</name>
    <message>
        <source>Mellemrum: gjort. 1: en dag senere. 7: en uge senere. K: kommentér. F2: ret. O: åbn. Delete: slet.</source>
        <translation>Space: done. 1: a day later. 7: a week later. K: comment. F2: edit. O: open. Delete: delete.</translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Gjort (mellemrum)</source>
        <translation>Done (space)</translation>
    </message>
    <message>
        <source>+1 dag</source>
        <translation>+1 day</translation>
    </message>
    <message>
        <source>Udsæt 1 dag (1)</source>
        <translation>Put off 1 day (1)</translation>
    </message>
    <message>
        <source>+1 uge</source>
        <translation>+1 week</translation>
    </message>
    <message>
        <source>Udsæt 1 uge (7)</source>
        <translation>Put off 1 week (7)</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Ret eller kommentér (F2)</source>
        <translation>Edit or comment (F2)</translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Åbn det, den handler om (O)</source>
        <translation>Open what it is about (O)</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>Følg op</source>
        <translation>Follow up</translation>
    </message>
    <message>
        <source>aftalt {date}</source>
        <translation>promised {date}</translation>
    </message>
    <message>
        <source>fremmøde {date}</source>
        <translation>visit {date}</translation>
    </message>
    <message>
        <source>Uden person og arbejdsplads</source>
        <translation>No person or workplace</translation>
    </message>
    <message>
        <source>På arbejdspladsen</source>
        <translation>At the workplace</translation>
    </message>
    <message>
        <source>Andet sted</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>hver uge</source>
        <translation>every week</translation>
    </message>
    <message>
        <source>hver 2. uge</source>
        <translation>every 2nd week</translation>
    </message>
    <message>
        <source>hver måned</source>
        <translation>every month</translation>
    </message>
    <message>
        <source>hvert kvartal</source>
        <translation>every quarter</translation>
    </message>
    <message>
        <source>{text} (gjort {date})</source>
        <translation>{text} (done {date})</translation>
    </message>
    <message>
        <source>Opfølgningen er gjort. Den næste er den {date}</source>
        <translation>The follow-up is done. The next one is on {date}</translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>i morgen</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>om {days} dage</source>
        <translation>in {days} days</translation>
    </message>
    <message>
        <source>1 dag over tid</source>
        <translation>1 day overdue</translation>
    </message>
    <message>
        <source>{days} dage over tid</source>
        <translation>{days} days overdue</translation>
    </message>
    <message>
        <source>Over tid</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Resten af ugen</source>
        <translation>Rest of the week</translation>
    </message>
    <message>
        <source>Venter</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Opfølgningen er gjort</source>
        <translation>Follow-up done</translation>
    </message>
    <message>
        <source>Opfølgningen er slettet</source>
        <translation>Follow-up deleted</translation>
    </message>
    <message>
        <source>Udsat til {date}</source>
        <translation>Put off to {date}</translation>
    </message>
</context>
<context>
    <name>PromisesCard</name>
    <message>
        <source>Opfølgning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Ny</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Ny opfølgning (N)</source>
        <translation>New follow-up (N)</translation>
    </message>
    <message>
        <source>Alle, der er gjort, står under Opfølgning.</source>
        <translation>All that are done stand under Follow-up.</translation>
    </message>
    <message>
        <source>Intet aftalt.</source>
        <translation>Nothing promised.</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Kvittering</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Afvist: {file}. {why}</source>
        <translation>Refused: {file}. {why}</translation>
    </message>
    <message>
        <source>Der var ingen breve.</source>
        <translation>There were no letters.</translation>
    </message>
    <message>
        <source>Afbrudt. Det, der nåede at blive taget ind, er taget ind.</source>
        <translation>Stopped. What was taken in before that stays.</translation>
    </message>
    <message numerus="yes">
        <source>og %n mere</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecognitionLine</name>
    <message>
        <source>Siger &amp;ja: registrér</source>
        <translation>Says &amp;yes: register</translation>
    </message>
    <message>
        <source>N&amp;ej, anonym</source>
        <translation>N&amp;o, anonymous</translation>
    </message>
    <message>
        <source>Gemt som ny person. Var det {name}?</source>
        <translation>Saved as a new person. Was it {name}?</translation>
    </message>
    <message>
        <source>&amp;Ja, saml dem</source>
        <translation>&amp;Yes, merge them</translation>
    </message>
    <message>
        <source>N&amp;ej</source>
        <translation>N&amp;o</translation>
    </message>
    <message>
        <source>Måske {name}</source>
        <translation>Perhaps {name}</translation>
    </message>
    <message numerus="yes">
        <source>Måske {name} eller %n andre</source>
        <translation>
            <numerusform>Perhaps {name} or one other</numerusform>
            <numerusform>Perhaps {name} or %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Ja, samme person</source>
        <translation>&amp;Yes, same person</translation>
    </message>
    <message>
        <source>N&amp;ej, en ny</source>
        <translation>N&amp;o, a new one</translation>
    </message>
</context>
<context>
    <name>RecoverStep</name>
    <message>
        <source>Brug gendannelseskoden</source>
        <translation>Use the recovery code</translation>
    </message>
    <message>
        <source>Skriv koden fra gendannelsesarket, og vælg en ny adgangssætning. Små bogstaver og mellemrum gør ikke noget.</source>
        <translation>Type the code from the recovery sheet and choose a new passphrase. Small letters and spaces do not matter.</translation>
    </message>
    <message>
        <source>&amp;Kode</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Ny adgangssætning</source>
        <translation>&amp;New passphrase</translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lås op</source>
        <translation>Unlock</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>Adgangssætning til en ny kode</source>
        <translation>Passphrase for a new code</translation>
    </message>
    <message>
        <source>Adgangssætning</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Lav ny gendannelseskode</source>
        <translation>Make a new recovery code</translation>
    </message>
    <message>
        <source>Ny kode</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>Den vises kun nu. Gem arket et sikkert sted, som ikke er denne computer.</source>
        <translation>It is shown only now. Keep the sheet in a safe place that is not this computer.</translation>
    </message>
    <message>
        <source>Gem gendannelsesark (PDF)</source>
        <translation>Save recovery sheet (PDF)</translation>
    </message>
    <message>
        <source>Arket er gemt som {name}.</source>
        <translation>The sheet is saved as {name}.</translation>
    </message>
    <message>
        <source>Projektets gendannelsesark</source>
        <translation>Recovery sheet of the project</translation>
    </message>
    <message>
        <source>Med koden på arket kan en ny projektleder overtage projektet. Den blev kun vist, da projektet blev oprettet. Prøv en gang imellem, om arket stadig er til at læse.</source>
        <translation>With the code on the sheet a new lead can take the project over. It was shown only when the project was created. Try now and then whether the sheet can still be read.</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Prøv koden</source>
        <translation>Try the code</translation>
    </message>
    <message>
        <source>Udskriv et nyt ark …</source>
        <translation>Print a new sheet …</translation>
    </message>
    <message>
        <source>Koden er tastet rigtigt, men hører ikke til dette projekt.</source>
        <translation>The code is typed correctly, but does not belong to this project.</translation>
    </message>
    <message>
        <source>Koden er projektets.</source>
        <translation>The code is the project&apos;s.</translation>
    </message>
    <message>
        <source>Arket er gemt som {file}. Slet filen, når det er udskrevet.</source>
        <translation>The sheet is saved as {file}. Delete the file once it is printed.</translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>Din gendannelseskode</source>
        <translation>Your recovery code</translation>
    </message>
    <message>
        <source>Glemmer du adgangssætningen, er koden den eneste vej ind. Den vises kun nu. Gem arket et sikkert sted, som ikke er denne computer.</source>
        <translation>If you forget the passphrase, the code is the only way in. It is shown only now. Keep the sheet in a safe place that is not this computer.</translation>
    </message>
    <message>
        <source>Gendannelseskode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>&amp;Jeg har gemt eller udskrevet arket</source>
        <translation>I &amp;have saved or printed the sheet</translation>
    </message>
    <message>
        <source>Prøv med demodata</source>
        <translation>Try it with demo data</translation>
    </message>
    <message>
        <source>Kom i gang</source>
        <translation>Get started</translation>
    </message>
    <message>
        <source>Videre</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Sæt fluebenet, når du har arket. Uden koden er alt tabt, hvis du glemmer adgangssætningen.</source>
        <translation>Tick the box when you have the sheet. Without the code everything is lost if you forget the passphrase.</translation>
    </message>
    <message>
        <source>Arket er gemt som {name}. Udskriv det, eller flyt det til et USB-drev, og slet det så fra computeren.</source>
        <translation>The sheet is saved as {name}. Print it or move it to a USB drive, then delete it from the computer.</translation>
    </message>
    <message>
        <source>&amp;Gem gendannelsesark (PDF)</source>
        <translation>&amp;Save recovery sheet (PDF)</translation>
    </message>
    <message>
        <source>&amp;Udskriv …</source>
        <translation>&amp;Print …</translation>
    </message>
    <message>
        <source>Gemmer arket og åbner det, så du kan udskrive det</source>
        <translation>Saves the sheet and opens it so that you can print it</translation>
    </message>
</context>
<context>
    <name>ReferralForm</name>
    <message>
        <source>Henvis</source>
        <translation>Refer</translation>
    </message>
    <message>
        <source>Ret henvisningen</source>
        <translation>Correct the referral</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Henvist til</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>Foreslået</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>Privat note</source>
        <translation>Private note</translation>
    </message>
    <message>
        <source>Skriv datoer med komma imellem, fx 02-11-2026, 09-11-2026.</source>
        <translation>Enter dates with commas between them, e.g. 02-11-2026, 09-11-2026.</translation>
    </message>
    <message>
        <source>Skriv for at søge i tilbuddene; et andet navn kan også bruges.</source>
        <translation>Type to search the offers; any other name will do, too.</translation>
    </message>
    <message>
        <source>Aftalte sessioner</source>
        <translation>Sessions agreed on</translation>
    </message>
    <message>
        <source>Tomt, når der ikke er aftalt noget antal. Flere er tilladt.</source>
        <translation>Empty where no number is agreed on. More are allowed.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Siden</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Udbytte</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Begrundelse</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Når den er afvist eller stoppet.</source>
        <translation>Where it was declined or stopped.</translation>
    </message>
    <message>
        <source>Sessioner</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>De dage, der er holdt en session, med komma imellem.</source>
        <translation>The days on which a session was held, with commas between them.</translation>
    </message>
    <message>
        <source>Med personens ord</source>
        <translation>In the person&apos;s words</translation>
    </message>
    <message>
        <source>Foreslået, fordi {why}</source>
        <translation>Suggested because {why}</translation>
    </message>
    <message>
        <source>Hører ikke til det valgte råd: {why}</source>
        <translation>Does not belong to the chosen advice: {why}</translation>
    </message>
</context>
<context>
    <name>ReferralRow</name>
    <message>
        <source>Mellemrum: session i dag. 1: accepteret. 2: begyndt. 3: afsluttet. 4: stoppet. 5: afvist. Enter: ret. Delete: slet.</source>
        <translation>Space: session today. 1: accepted. 2: started. 3: completed. 4: stopped. 5: declined. Enter: edit. Delete: delete.</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Ret (Enter)</source>
        <translation>Edit (Enter)</translation>
    </message>
    <message>
        <source>Accepteret</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Accepteret (1)</source>
        <translation>Accepted (1)</translation>
    </message>
    <message>
        <source>Afsluttet</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Afsluttet (3)</source>
        <translation>Completed (3)</translation>
    </message>
    <message>
        <source>Session i dag</source>
        <translation>Session today</translation>
    </message>
    <message>
        <source>Session holdt i dag (mellemrum)</source>
        <translation>Session held today (space)</translation>
    </message>
</context>
<context>
    <name>Referrals</name>
    <message>
        <source>Henvisningen er slettet</source>
        <translation>The referral is deleted</translation>
    </message>
    <message>
        <source>Henvisningen er nu: {state}</source>
        <translation>The referral is now: {state}</translation>
    </message>
    <message>
        <source>Session {number} er noteret; der var aftalt {quota}</source>
        <translation>Session {number} is recorded; {quota} were agreed on</translation>
    </message>
    <message>
        <source>Session {number} er noteret</source>
        <translation>Session {number} is recorded</translation>
    </message>
    <message>
        <source>Anonym</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>{advice} hos {provider}</source>
        <translation>{advice} with {provider}</translation>
    </message>
    <message>
        <source>tilbuddets telefon {phone}</source>
        <translation>the offer&apos;s phone {phone}</translation>
    </message>
    <message>
        <source>{state} {date}</source>
        <translation>{state} {date}</translation>
    </message>
    <message>
        <source>{count} sessioner</source>
        <translation>{count} sessions</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 session</translation>
    </message>
    <message>
        <source>{held} af {quota} aftalte sessioner</source>
        <translation>{held} of {quota} sessions agreed on</translation>
    </message>
    <message>
        <source>, senest {date}</source>
        <translation>, last on {date}</translation>
    </message>
    <message>
        <source>Flere sessioner end aftalt.</source>
        <translation>More sessions than agreed on.</translation>
    </message>
    <message>
        <source>Spørg, hvad det førte til.</source>
        <translation>Ask what it led to.</translation>
    </message>
    <message>
        <source>Henvist: {what} ({state})</source>
        <translation>Referred: {what} ({state})</translation>
    </message>
</context>
<context>
    <name>ReferralsCard</name>
    <message>
        <source>Henvisninger</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>Henvis …</source>
        <translation>Refer …</translation>
    </message>
    <message>
        <source>Henvis personen til et tilbud</source>
        <translation>Refer the person to an offer</translation>
    </message>
    <message>
        <source>Ikke henvist endnu.</source>
        <translation>Not referred yet.</translation>
    </message>
</context>
<context>
    <name>ReferralsPage</name>
    <message>
        <source>Åbne</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Mellemrum: session i dag · 1 accepteret · 2 begyndt · 3 afsluttet · 4 stoppet · 5 afvist · Enter: ret</source>
        <translation>Space: session today · 1 accepted · 2 started · 3 completed · 4 stopped · 5 declined · Enter: edit</translation>
    </message>
    <message>
        <source>Ingen åbne henvisninger. Henvis fra en henvendelse eller en person.</source>
        <translation>No open referrals. Refer from an inquiry or a person.</translation>
    </message>
    <message>
        <source>Henvendelser</source>
        <translation>Inquiries</translation>
    </message>
    <message>
        <source>Henvisninger</source>
        <translation>Referrals</translation>
    </message>
    <message numerus="yes">
        <source>%n åbne</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n i alt</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message>
        <source>Henvisningen er gemt</source>
        <translation>The referral is saved</translation>
    </message>
</context>
<context>
    <name>RefusedNotice</name>
    <message>
        <source>Set</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Afvisningerne er set</source>
        <translation>The refusals were seen</translation>
    </message>
    <message>
        <source>Afvist; intet er ændret af det:</source>
        <translation>Refused; nothing was changed by it:</translation>
    </message>
    <message>
        <source>og mange flere; de står under »Modtaget«</source>
        <translation>and many more; they are listed under “Received”</translation>
    </message>
    <message numerus="yes">
        <source>og %n mere</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterLayout</name>
    <message>
        <source>År&amp;sager</source>
        <translation>R&amp;easons</translation>
    </message>
    <message>
        <source>Skriv for at finde: »læ«, »søvn«, »56«</source>
        <translation>Type to find: “back”, “sleep”, “56”</translation>
    </message>
    <message>
        <source>Rå&amp;d</source>
        <translation>A&amp;dvice</translation>
    </message>
    <message>
        <source>Skriv for at finde råd</source>
        <translation>Type to find advice</translation>
    </message>
    <message>
        <source>Privat note</source>
        <translation>Private note</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Kladde gemt</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>Ret henvendelse</source>
        <translation>Edit inquiry</translation>
    </message>
    <message>
        <source>Ny henvendelse</source>
        <translation>New inquiry</translation>
    </message>
</context>
<context>
    <name>ReleaseCard</name>
    <message>
        <source>Beskytter tallene</source>
        <translation>Protecting the figures</translation>
    </message>
    <message>
        <source>Udgiv …</source>
        <translation>Release …</translation>
    </message>
    <message>
        <source>Gå til månedens lukning</source>
        <translation>Go to the closing of the month</translation>
    </message>
    <message>
        <source>Udgiv tallene</source>
        <translation>Release the figures</translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Beregn igen</source>
        <translation>Compute again</translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Udgivet {day} som {name}; det vises, som det gik ud.</source>
        <translation>Released on {day} as {name}; it is shown as it went out.</translation>
    </message>
    <message>
        <source>Laver fil {number} af {of} …</source>
        <translation>Making file {number} of {of} …</translation>
    </message>
    <message>
        <source>Der er ikke udgivet noget endnu.</source>
        <translation>Nothing has been released yet.</translation>
    </message>
    <message>
        <source>Beskytter tallene sammen med alt, der er udgivet før …</source>
        <translation>Protecting the figures together with all that was released before …</translation>
    </message>
    <message>
        <source>Gem filerne igen</source>
        <translation>Save the files again</translation>
    </message>
    <message>
        <source>Annullér</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Laver filerne</source>
        <translation>Making the files</translation>
    </message>
    <message>
        <source>Stop: udgiv ikke</source>
        <translation>Stop: do not release</translation>
    </message>
    <message>
        <source>Stop: gem ikke</source>
        <translation>Stop: do not save</translation>
    </message>
    <message>
        <source>Gemmer filerne og udgiver tallene …</source>
        <translation>Saving the files and releasing the figures …</translation>
    </message>
    <message>
        <source>Gemmer filerne …</source>
        <translation>Saving the files …</translation>
    </message>
    <message>
        <source>Filerne gemmes i mappen {folder}. Udgivne tal kan ikke trækkes tilbage, og måneden kan ikke åbnes igen. Senere udgivelser beskyttes sammen med dem.</source>
        <translation>The files are saved in the folder {folder}. Released figures cannot be withdrawn, and the month cannot be opened again. Later releases are protected together with them.</translation>
    </message>
    <message>
        <source>Udgiv de rettede tal …</source>
        <translation>Release the corrected figures …</translation>
    </message>
    <message>
        <source>Gik ud som {name} den {day} med andre tal: måneden er rettet siden. Rettelsen kommer til at stå i opgørelsen for den første måned, der lukkes efter den. Her kan de rettede tal også gå ud nu, som en opgørelse for sig.</source>
        <translation>Went out as {name} on {day} with other figures: the month was corrected since. The correction will stand in the report of the first month that is closed after it. Here the corrected figures can also go out now, as a report of their own.</translation>
    </message>
    <message>
        <source>Antallet af ansatte er ikke oplyst for {names}: der regnes med færre end på den mindste arbejdsplads, der vises. Skriv antallet under Arbejdspladser: det gælder for de måneder, der lukkes derefter.</source>
        <translation>The number of employees is not told for {names}: it is taken to be fewer than at the smallest workplace that is shown. Enter it under Workplaces: it counts for the months that are closed from then on.</translation>
    </message>
    <message>
        <source>Kun tal, der ikke ændrer sig, kan udgives: luk måneden først.</source>
        <translation>Only figures that do not change can be released: close the month first.</translation>
    </message>
    <message>
        <source>Der er ikke beregnet noget.</source>
        <translation>Nothing was computed.</translation>
    </message>
    <message>
        <source>Der er ikke skrevet og ikke udgivet noget.</source>
        <translation>Nothing was written and nothing was released.</translation>
    </message>
    <message>
        <source>Der er ikke gemt og ikke udgivet noget.</source>
        <translation>Nothing was saved, and nothing was released.</translation>
    </message>
    <message>
        <source>Beskytter måned for måned, {number} af {of}: det sker kun én gang.</source>
        <translation>Protecting month by month, {number} of {of}: this happens once only.</translation>
    </message>
    <message>
        <source>Dette forsøg må skjule tal, der er mindst {least} lagt sammen.</source>
        <translation>This attempt has to withhold figures that add up to {least} at least.</translation>
    </message>
    <message>
        <source>Dette forsøg har fundet en sikker måde: de tal, den skjuler, er {cost} lagt sammen. Det søger en, der skjuler mindre: ned til {least}.</source>
        <translation>This attempt has found a safe way: the figures that it withholds add up to {cost}. It looks for one that withholds less: down to {least}.</translation>
    </message>
</context>
<context>
    <name>ReleaseList</name>
    <message>
        <source>Udgivet</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>Vælg en linje for at se den igen, som den gik ud, og gemme filerne igen.</source>
        <translation>Choose a line to see it again as it went out, and to save its files again.</translation>
    </message>
    <message>
        <source>Der er ikke udgivet noget endnu.</source>
        <translation>Nothing was released yet.</translation>
    </message>
    <message>
        <source>Vis alle {count}</source>
        <translation>Show all {count}</translation>
    </message>
    <message>
        <source>Vis kun de nyeste</source>
        <translation>Show only the newest</translation>
    </message>
</context>
<context>
    <name>ReportContent</name>
    <message>
        <source>Klik på et tal, eller gå til det med Tab og piletasterne og tryk Enter, for at se, hvad det er, og rækkerne bag det.</source>
        <translation>Click a figure, or go to it with Tab and the arrow keys and press Enter, to see what it is and the rows behind it.</translation>
    </message>
    <message>
        <source>Forslag fra de seneste 26 uger: henvendelser pr. time</source>
        <translation>Suggestions from the last 26 weeks: inquiries per hour</translation>
    </message>
    <message>
        <source>Søjlerne viser alle henvendelser.</source>
        <translation>The bars show all inquiries.</translation>
    </message>
    <message>
        <source>Søjlerne viser unikke: den første henvendelse fra hver person.</source>
        <translation>The bars show first inquiries: the first one from each person.</translation>
    </message>
    <message>
        <source>De samme tal står i tabellen.</source>
        <translation>The same figures are in the table.</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Ingen henvendelser i perioden.</source>
        <translation>No inquiries in the period.</translation>
    </message>
    <message>
        <source>Forrige periode</source>
        <translation>Previous period</translation>
    </message>
    <message>
        <source>Skriver {file} …</source>
        <translation>Writing {file} …</translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}</source>
        <translation>Saved: {file} in the folder {folder}</translation>
    </message>
</context>
<context>
    <name>RescueStep</name>
    <message>
        <source>Sikkerhedskopier, nyeste først</source>
        <translation>Backups, newest first</translation>
    </message>
    <message>
        <source>Der er ingen sikkerhedskopier i mappen. Har du en på et USB-drev eller et netdrev, så find den her.</source>
        <translation>There are no backups in the folder. If you have one on a USB drive or a network drive, find it here.</translation>
    </message>
    <message>
        <source>&amp;Find en anden …</source>
        <translation>&amp;Find another …</translation>
    </message>
    <message>
        <source>Adgangssætning eller gendannelseskode</source>
        <translation>Passphrase or recovery code</translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Hent nøglefilen fra en kopi</source>
        <translation>Take the key file from a backup</translation>
    </message>
    <message>
        <source>Kun nøglefilen hentes. Alt, hvad du har gemt, bliver stående.</source>
        <translation>Only the key file is taken. Everything you have saved stays.</translation>
    </message>
    <message>
        <source>Gendan fra en kopi</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Det, der er skrevet efter kopien, kommer ikke med. Den beskadigede database bliver gemt ved siden af; intet slettes.</source>
        <translation>What was written after the backup is not included. The damaged database is kept beside it; nothing is deleted.</translation>
    </message>
    <message>
        <source>&amp;Adgangssætning</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Den, der gjaldt, da kopien blev lavet, eller gendannelseskoden.</source>
        <translation>The one in use when the backup was made, or the recovery code.</translation>
    </message>
    <message>
        <source>Eller fra en &amp;terminal:</source>
        <translation>Or from a &amp;terminal:</translation>
    </message>
    <message>
        <source>Kommando, der gendanner kopien</source>
        <translation>Command that restores the backup</translation>
    </message>
    <message>
        <source>{date} kl. {time} · {size}</source>
        <translation>{date} at {time} · {size}</translation>
    </message>
    <message>
        <source>Skriv adgangssætningen eller gendannelseskoden.</source>
        <translation>Type the passphrase or the recovery code.</translation>
    </message>
</context>
<context>
    <name>RestatePanel</name>
    <message>
        <source>De lukkede tal følger igen data, som de er nu. De gamle gemmes, og rettelsen trykkes i opgørelsen for den næste måned, der lukkes.</source>
        <translation>The closed figures follow the data again as they are now. The old ones are kept, and the restatement is printed in the report of the next month that is closed.</translation>
    </message>
    <message>
        <source>Ret de lukkede tal for {month}</source>
        <translation>Restate the closed figures of {month}</translation>
    </message>
    <message>
        <source>Ret de lukkede tal</source>
        <translation>Restate the closed figures</translation>
    </message>
    <message>
        <source>Trykkes i den interne opgørelse, ikke i opgørelser til andre. Skriv ingen navne.</source>
        <translation>Printed in the internal report, not in reports for others. Write no names.</translation>
    </message>
    <message>
        <source>Begrundelse</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Importen er færdig</source>
        <translation>Import finished</translation>
    </message>
    <message>
        <source>Importér endnu en fil …</source>
        <translation>Import another file …</translation>
    </message>
    <message>
        <source>Se henvendelser</source>
        <translation>See inquiries</translation>
    </message>
    <message>
        <source>Se arbejdspladser</source>
        <translation>See workplaces</translation>
    </message>
    <message>
        <source>Se Fremmødeplan</source>
        <translation>See the presence plan</translation>
    </message>
</context>
<context>
    <name>RetentionDueCard</name>
    <message>
        <source>Har overskredet sin periode</source>
        <translation>Past its period</translation>
    </message>
    <message>
        <source>Udløbet: mellemrum vælger, Enter åbner</source>
        <translation>Run out: Space chooses, Enter opens</translation>
    </message>
    <message>
        <source>Vælg alle</source>
        <translation>Choose all</translation>
    </message>
    <message>
        <source>Slet de valgte …</source>
        <translation>Erase the chosen ones …</translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>I alt {count}. Vælg, hvad der skal slettes for altid; intet slettes af sig selv.</source>
        <translation>{count} in all. Choose what shall be erased for good; nothing is erased by itself.</translation>
    </message>
    <message>
        <source>Vælg ingen</source>
        <translation>Choose none</translation>
    </message>
    <message>
        <source>Slet de valgte ({count}) …</source>
        <translation>Erase the chosen ones ({count}) …</translation>
    </message>
    <message>
        <source>Sletter …</source>
        <translation>Erasing …</translation>
    </message>
    <message>
        <source>{told}. Kvitteringen ligger i mappen {folder}.</source>
        <translation>{told}. The receipt is in the folder {folder}.</translation>
    </message>
</context>
<context>
    <name>RetentionLine</name>
    <message>
        <source>1 oplysning har overskredet sin opbevaringsperiode. Se den</source>
        <translation>1 item is past its retention period. See it</translation>
    </message>
    <message>
        <source>{count} oplysninger har overskredet deres opbevaringsperiode. Se dem</source>
        <translation>{count} items are past their retention period. See them</translation>
    </message>
</context>
<context>
    <name>RetentionPeriodsCard</name>
    <message>
        <source>Kommunens perioder</source>
        <translation>The municipality&apos;s periods</translation>
    </message>
    <message>
        <source>Opbevaringsperioder, de nyeste øverst</source>
        <translation>Retention periods, the newest first</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Gælder fra</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Gem perioden</source>
        <translation>Save the period</translation>
    </message>
    <message>
        <source>Slet perioden</source>
        <translation>Delete the period</translation>
    </message>
    <message>
        <source>Perioden er gemt</source>
        <translation>The period is saved</translation>
    </message>
    <message>
        <source>Perioden er slettet</source>
        <translation>The period is deleted</translation>
    </message>
    <message>
        <source>Vejviser sætter ingen periode og sletter intet af sig selv: kommunen bestemmer, hvor længe noget gemmes, og med hvilken hjemmel. Den nyeste periode, der gælder på dagen, tæller; de tidligere bliver stående.</source>
        <translation>Vejviser sets no period and erases nothing by itself: the municipality decides how long something is kept, and on which legal basis. The newest period that is valid on the day counts; the earlier ones stay.</translation>
    </message>
    <message>
        <source>Måneder</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>Hjemmel</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>I ord, som kommunen har givet den: lov, paragraf, bevaringsbestemmelse.</source>
        <translation>In words, as the municipality gave it: act, section, preservation order.</translation>
    </message>
</context>
<context>
    <name>RetentionQuestion</name>
    <message>
        <source>Slet de valgte for altid?</source>
        <translation>Erase the chosen ones for good?</translation>
    </message>
    <message>
        <source>Behold dem</source>
        <translation>Keep them</translation>
    </message>
    <message>
        <source>Behold dem (Esc)</source>
        <translation>Keep them (Esc)</translation>
    </message>
    <message>
        <source>Slet for altid</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Datoen er rigtig: i dag er det {day}</source>
        <translation>The date is right: today is {day}</translation>
    </message>
    <message>
        <source>Der skrives en kvittering, som ikke siger hvem.</source>
        <translation>A receipt is written that does not say who.</translation>
    </message>
    <message>
        <source>Noter, opfølgninger og henvisninger får kun teksterne slettet.</source>
        <translation>Of notes, follow-ups and referrals only the texts are erased.</translation>
    </message>
    <message>
        <source>Sikkerhedskopierne har det hele, indtil de selv slettes.</source>
        <translation>The backups have all of it until they go themselves.</translation>
    </message>
    <message>
        <source>Det kan ikke fortrydes.</source>
        <translation>It cannot be undone.</translation>
    </message>
</context>
<context>
    <name>RevokePanel</name>
    <message>
        <source>Behold</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Behold computeren på listen</source>
        <translation>Keep the computer on the roster</translation>
    </message>
    <message>
        <source>Spær computeren</source>
        <translation>Revoke the computer</translation>
    </message>
    <message>
        <source>Spær computeren, der bruges af {name}?</source>
        <translation>Revoke the computer that {name} uses?</translation>
    </message>
    <message>
        <source>Brev nummer {n} og senere tages ikke ind, hvad der end står på dem.</source>
        <translation>Letter number {n} and later ones are not taken in, whatever is written on them.</translation>
    </message>
    <message>
        <source>Det, der er taget ind, bliver. Vejlederen kan komme med igen med et nyt kort.</source>
        <translation>What was taken in stays. The counsellor can come back with a new card.</translation>
    </message>
</context>
<context>
    <name>RhythmField</name>
    <message>
        <source>Andet</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Hvor tit</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>Antal uger mellem fremmøderne</source>
        <translation>Weeks between the visits</translation>
    </message>
    <message>
        <source>Hver</source>
        <translation>Every</translation>
    </message>
    <message>
        <source>uge</source>
        <translation>weeks</translation>
    </message>
</context>
<context>
    <name>RightsCard</name>
    <message>
        <source>Personens rettigheder</source>
        <translation>The person&apos;s rights</translation>
    </message>
    <message>
        <source>Personen må se alt, der er gemt, få det rettet og få det slettet. Filerne er ikke krypterede: læs dem igennem, send dem sikkert, og slet dem bagefter.</source>
        <translation>The person may see everything that is stored, have it corrected and have it erased. The files are not encrypted: read them through, send them safely, and delete them afterwards.</translation>
    </message>
    <message>
        <source>Indsigt som PDF</source>
        <translation>All data as PDF</translation>
    </message>
    <message>
        <source>Indsigt som JSON</source>
        <translation>All data as JSON</translation>
    </message>
    <message>
        <source>Slet for altid …</source>
        <translation>Erase for good …</translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}</source>
        <translation>Saved: {file} in the folder {folder}</translation>
    </message>
    <message>
        <source>Personen er slettet for altid</source>
        <translation>The person is erased for good</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Linjen er fjernet</source>
        <translation>Line removed</translation>
    </message>
</context>
<context>
    <name>RuleFields</name>
    <message>
        <source>Klokken</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Vagt</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Første gang</source>
        <translation>First visit</translation>
    </message>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Sidste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Ugedage</source>
        <translation>Weekdays</translation>
    </message>
    <message>
        <source>Hvor tit</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>Vejledere</source>
        <translation>Counsellors</translation>
    </message>
    <message>
        <source>Minutter</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Tidligere fremmøder ændres ikke.</source>
        <translation>Past visits are not changed.</translation>
    </message>
    <message>
        <source>Ændres fra</source>
        <translation>Changes from</translation>
    </message>
    <message>
        <source>Hvorfor</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Fx at flere kom.</source>
        <translation>E.g. more people came.</translation>
    </message>
    <message>
        <source>Gælder fra</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Lad feltet stå tomt, så længe I kommer der.</source>
        <translation>Leave it empty for as long as you go there.</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Bemærkning</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Kassér</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Der er ingen ændringer at gemme.</source>
        <translation>There are no changes to save.</translation>
    </message>
    <message>
        <source>Vælg mindst én ugedag, så står datoerne her.</source>
        <translation>Choose at least one weekday to see the dates here.</translation>
    </message>
    <message>
        <source>Næste datoer: {dates}</source>
        <translation>Next dates: {dates}</translation>
    </message>
    <message>
        <source>ingen</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>RuleLine</name>
    <message>
        <source>Ret</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Afslut</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Slet</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>Her er ingen regler endnu.</source>
        <translation>There are no rules here yet.</translation>
    </message>
    <message>
        <source>Ny regel</source>
        <translation>New rule</translation>
    </message>
    <message>
        <source>Vis afsluttede regler ({count})</source>
        <translation>Show ended rules ({count})</translation>
    </message>
    <message>
        <source>Skjul afsluttede regler</source>
        <translation>Hide ended rules</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Fremmøderegler</source>
        <translation>Presence rules</translation>
    </message>
    <message>
        <source>Det gav fremmødet de seneste 12 måneder</source>
        <translation>What the visits led to in the last 12 months</translation>
    </message>
    <message>
        <source>Reglen er afsluttet</source>
        <translation>Rule ended</translation>
    </message>
    <message>
        <source>Reglen er slettet</source>
        <translation>Rule deleted</translation>
    </message>
    <message>
        <source>Reglen er gemt</source>
        <translation>Rule saved</translation>
    </message>
</context>
<context>
    <name>RunningBlock</name>
    <message>
        <source>Ny henvendelse</source>
        <translation>New inquiry</translation>
    </message>
    <message>
        <source>Ny henvendelse: {workplace}</source>
        <translation>New inquiry: {workplace}</translation>
    </message>
    <message>
        <source>Afslut fremmøde: {workplace}</source>
        <translation>End visit: {workplace}</translation>
    </message>
    <message>
        <source>Afslut fremmøde</source>
        <translation>End visit</translation>
    </message>
    <message>
        <source>Vis alle {count}</source>
        <translation>Show all {count}</translation>
    </message>
</context>
<context>
    <name>SamePersonCard</name>
    <message>
        <source>Registreret to gange?</source>
        <translation>Registered twice?</translation>
    </message>
    <message>
        <source>Find den anden registrering af personen, og sammenlign de to.</source>
        <translation>Find the other record of the person and compare the two.</translation>
    </message>
    <message>
        <source>Den anden registrering af personen</source>
        <translation>The other record of the person</translation>
    </message>
    <message>
        <source>Samlet med {who}</source>
        <translation>Merged with {who}</translation>
    </message>
    <message>
        <source>Skil {who} fra igen; kan fortrydes</source>
        <translation>Split {who} off again; can be undone</translation>
    </message>
    <message>
        <source>Skil ad</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Det er den samme registrering. Vælg en anden.</source>
        <translation>That is the same record. Choose another one.</translation>
    </message>
    <message>
        <source>De to bliver ikke foreslået igen</source>
        <translation>The two will not be suggested again</translation>
    </message>
    <message>
        <source>{name} er skilt fra igen</source>
        <translation>{name} was split off again</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Henvendelsen er rettet</source>
        <translation>Inquiry corrected</translation>
    </message>
    <message>
        <source>Henvendelsen er gemt</source>
        <translation>Inquiry saved</translation>
    </message>
    <message>
        <source>»{text}« er ikke valgt.</source>
        <translation>“{text}” is not chosen.</translation>
    </message>
    <message>
        <source>Henvendelsen er gemt. En tekst indeholder stadig noget, der bør maskeres.</source>
        <translation>The inquiry is saved. A text still holds something that should be masked.</translation>
    </message>
    <message>
        <source>Henvendelsen hører nu til {name}</source>
        <translation>The inquiry now belongs to {name}</translation>
    </message>
</context>
<context>
    <name>SendOffer</name>
    <message>
        <source>Send under Deling</source>
        <translation>Send under Sharing</translation>
    </message>
</context>
<context>
    <name>SettingSection</name>
    <message>
        <source>Indstillingen er gemt</source>
        <translation>Setting saved</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Afsnit</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Sikkerhedskopier</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Udseende og sprog</source>
        <translation>Look and language</translation>
    </message>
    <message>
        <source>Låsning</source>
        <translation>Locking</translation>
    </message>
    <message>
        <source>Vejledere</source>
        <translation>Counsellors</translation>
    </message>
    <message>
        <source>Projekt</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Fremmødeplan</source>
        <translation>Presence plan</translation>
    </message>
    <message>
        <source>Mapper</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Opbevaring</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Opslag</source>
        <translation>Look-ups</translation>
    </message>
    <message>
        <source>Kodeliste</source>
        <translation>Code list</translation>
    </message>
    <message>
        <source>Om Vejviser</source>
        <translation>About Vejviser</translation>
    </message>
    <message>
        <source>Indstillinger</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Afbrudt. Det, der nåede frem, er fremme.</source>
        <translation>Stopped. What arrived before that has arrived.</translation>
    </message>
    <message>
        <source>Sendt: {what}</source>
        <translation>Sent: {what}</translation>
    </message>
    <message>
        <source>Hentet: {what}</source>
        <translation>Fetched: {what}</translation>
    </message>
    <message>
        <source>Afvist: {count}</source>
        <translation>Refused: {count}</translation>
    </message>
    <message>
        <source>Ny deltagerliste</source>
        <translation>New roster</translation>
    </message>
    <message>
        <source>Ny projektpakke</source>
        <translation>New project package</translation>
    </message>
    <message>
        <source>Intet nyt at sende eller hente</source>
        <translation>Nothing new to send or fetch</translation>
    </message>
    <message>
        <source>Afvist: {file}. {why}</source>
        <translation>Refused: {file}. {why}</translation>
    </message>
    <message>
        <source>Sprunget over, for det er en genvej: {file}</source>
        <translation>Passed over, as it is a link: {file}</translation>
    </message>
    <message>
        <source>Der var ingen breve til denne computer</source>
        <translation>There were no letters for this computer</translation>
    </message>
    <message>
        <source>månedens tal</source>
        <translation>the month&apos;s figures</translation>
    </message>
    <message>
        <source>kvittering</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>vejledernes fælles nøgle</source>
        <translation>the counsellors&apos; shared key</translation>
    </message>
    <message>
        <source>deltagerliste</source>
        <translation>roster</translation>
    </message>
    <message>
        <source>projektpakke</source>
        <translation>project package</translation>
    </message>
    <message>
        <source>ændret siden den blev lukket</source>
        <translation>changed since it was closed</translation>
    </message>
    <message>
        <source>ændret siden den blev sendt</source>
        <translation>changed since it was sent</translation>
    </message>
    <message>
        <source>ikke lukket</source>
        <translation>not closed</translation>
    </message>
    <message>
        <source>lukket, ikke sendt</source>
        <translation>closed, not sent</translation>
    </message>
    <message>
        <source>venter på at blive sendt</source>
        <translation>waits to be sent</translation>
    </message>
    <message>
        <source>gemt som fil, ikke kvitteret</source>
        <translation>saved as a file, no receipt yet</translation>
    </message>
    <message>
        <source>sendt, ikke kvitteret</source>
        <translation>sent, no receipt yet</translation>
    </message>
    <message>
        <source>modtaget af projektlederen</source>
        <translation>received by the lead</translation>
    </message>
    <message>
        <source>afvist af projektlederen</source>
        <translation>refused by the lead</translation>
    </message>
    <message>
        <source>rettet {count}×</source>
        <translation>revised {count}×</translation>
    </message>
    <message>
        <source>{day} kl. {time}</source>
        <translation>{day} at {time}</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Hver måned går lukkede tal til projektlederen: forseglet, uden navne, noter og telefonnumre. Alt andet bliver på denne computer.</source>
        <translation>Every month closed figures go to the lead: sealed, without names, notes and phone numbers. Everything else stays on this computer.</translation>
    </message>
    <message>
        <source>Deling</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>Lagt til afsendelse: {months}</source>
        <translation>Ready to be sent: {months}</translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}. Send filen til {whom}.</source>
        <translation>Saved: {file} in the folder {folder}. Send the file to {whom}.</translation>
    </message>
    <message numerus="yes">
        <source>Gemt: %n filer til {whom} i mappen {folder}</source>
        <translation>
            <numerusform>Saved: %n file for {whom} in the folder {folder}</numerusform>
            <numerusform>Saved: %n files for {whom} in the folder {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>SharingWatch</name>
    <message numerus="yes">
        <source>%n måneder afvist af projektlederen</source>
        <translation>
            <numerusform>%n month refused by the lead</numerusform>
            <numerusform>%n months refused by the lead</numerusform>
        </translation>
    </message>
    <message>
        <source>Se hvorfor under Deling</source>
        <translation>See why under Sharing</translation>
    </message>
    <message>
        <source>Computeren er gendannet eller kopieret. Giv projektlederen det nye visitkort</source>
        <translation>The computer was restored or copied. Give the lead the new card</translation>
    </message>
    <message>
        <source>Nyt visitkort skal afleveres</source>
        <translation>A new card must be handed in</translation>
    </message>
    <message>
        <source>Giv projektlederen visitkortet; før det tages ingen tal ind</source>
        <translation>Give the lead the card; before that, no figures are taken in</translation>
    </message>
    <message>
        <source>Visitkortet er ikke taget med endnu</source>
        <translation>The card is not taken in yet</translation>
    </message>
    <message>
        <source>Se under Deling, hvad der er nyt, og tag den i brug</source>
        <translation>See under Sharing what is new, and take it into use</translation>
    </message>
    <message>
        <source>Ny projektpakke</source>
        <translation>New project package</translation>
    </message>
    <message>
        <source>Ret lukningen under Rapporter, og send måneden igen</source>
        <translation>Correct the close under Reports, and send the month again</translation>
    </message>
    <message>
        <source>{month} er ændret siden den blev sendt</source>
        <translation>{month} has changed since it was sent</translation>
    </message>
    <message>
        <source>{month} er ændret siden den blev lukket</source>
        <translation>{month} has changed since it was closed</translation>
    </message>
    <message numerus="yes">
        <source>%n måneder er ændret siden de blev lukket</source>
        <translation>
            <numerusform>%n month has changed since it was closed</numerusform>
            <numerusform>%n months have changed since they were closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n måneder gemt som filer</source>
        <translation>
            <numerusform>%n month saved as a file</numerusform>
            <numerusform>%n months saved as files</numerusform>
        </translation>
    </message>
    <message>
        <source>Send filerne; projektlederens kvittering er ikke kommet</source>
        <translation>Send the files; the lead&apos;s receipt has not come</translation>
    </message>
    <message numerus="yes">
        <source>%n måneder venter på at blive sendt</source>
        <translation>
            <numerusform>%n month waits to be sent</numerusform>
            <numerusform>%n months wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n måneder uden kvittering</source>
        <translation>
            <numerusform>%n month without receipt</numerusform>
            <numerusform>%n months without receipt</numerusform>
        </translation>
    </message>
    <message>
        <source>Sendt; projektlederen har ikke hentet dem endnu</source>
        <translation>Sent; the lead has not fetched them yet</translation>
    </message>
    <message numerus="yes">
        <source>%n måneder er ikke lukket</source>
        <translation>
            <numerusform>%n month is not closed</numerusform>
            <numerusform>%n months are not closed</numerusform>
        </translation>
    </message>
    <message>
        <source>En måned lukkes under Rapporter og sendes herfra</source>
        <translation>A month is closed under Reports and sent from here</translation>
    </message>
    <message>
        <source>Alt er sendt</source>
        <translation>Everything is sent</translation>
    </message>
    <message>
        <source>Projektlederen har alt, hvad du har lukket</source>
        <translation>The lead has all that you have closed</translation>
    </message>
    <message>
        <source>Alt er sendt og modtaget</source>
        <translation>All is sent and received</translation>
    </message>
    <message>
        <source>Dataene er gendannet. Der hentes og sendes intet, før du har overtaget projektet med dets kode under Indsamling</source>
        <translation>The data were restored. Nothing is fetched or sent until you have taken the project over with its code under Collected</translation>
    </message>
    <message>
        <source>Projektet skal overtages igen</source>
        <translation>The project must be taken over again</translation>
    </message>
    <message>
        <source>Denne computer henter og sender ikke mere</source>
        <translation>This computer fetches and sends no more</translation>
    </message>
    <message>
        <source>En anden er nu projektleder</source>
        <translation>Somebody else is the lead now</translation>
    </message>
    <message numerus="yes">
        <source>Breve fra %n computere er ikke nået frem</source>
        <translation>
            <numerusform>Letters from %n computer did not arrive</numerusform>
            <numerusform>Letters from %n computers did not arrive</numerusform>
        </translation>
    </message>
    <message>
        <source>Tallene kan være for små. Se hvem under Indsamling</source>
        <translation>The figures may be too small. See whose under Collected</translation>
    </message>
    <message numerus="yes">
        <source>%n måneder mangler</source>
        <translation>
            <numerusform>%n month is missing</numerusform>
            <numerusform>%n months are missing</numerusform>
        </translation>
    </message>
    <message>
        <source>Den ældste er fra {month}.</source>
        <translation>The oldest is from {month}.</translation>
    </message>
    <message>
        <source>Der er ikke valgt et sted. Gem det som filer under Indsamling</source>
        <translation>No place was chosen. Save it as files under Collected</translation>
    </message>
    <message>
        <source>Sendes nu</source>
        <translation>Being sent now</translation>
    </message>
    <message>
        <source>Sendes, næste gang stedet kan nås</source>
        <translation>Sent the next time the place can be reached</translation>
    </message>
    <message>
        <source>Intet at sende endnu</source>
        <translation>Nothing to send yet</translation>
    </message>
    <message>
        <source>Projektlederen tager ingen tal ind herfra. Ring til projektlederen</source>
        <translation>The lead takes in no figures from here. Call the lead</translation>
    </message>
    <message>
        <source>Computeren er spærret</source>
        <translation>The computer is revoked</translation>
    </message>
    <message>
        <source>En anden computer med dens data er med i stedet. Send fra den</source>
        <translation>Another computer with its data belongs instead. Send from that one</translation>
    </message>
    <message>
        <source>Computeren er afløst</source>
        <translation>The computer was replaced</translation>
    </message>
    <message>
        <source>Der er ikke valgt et sted at sende til</source>
        <translation>No place to send to is chosen</translation>
    </message>
    <message>
        <source>Send dem under Deling</source>
        <translation>Send them under Sharing</translation>
    </message>
    <message>
        <source>Ingen vejledere endnu</source>
        <translation>No counsellors yet</translation>
    </message>
    <message numerus="yes">
        <source>%n vejledere, ingen måned ventes endnu</source>
        <translation>
            <numerusform>%n counsellor, no month is awaited yet</numerusform>
            <numerusform>%n counsellors, no month is awaited yet</numerusform>
        </translation>
    </message>
    <message>
        <source>Deltagerlisten er ikke delt</source>
        <translation>The roster is not shared</translation>
    </message>
    <message>
        <source>Projektpakken er ikke delt</source>
        <translation>The project package is not shared</translation>
    </message>
    <message>
        <source>{month}: {missing} af {all} mangler</source>
        <translation>{month}: {missing} of {all} missing</translation>
    </message>
    <message>
        <source>Se hvem under Indsamling</source>
        <translation>See who under Collected</translation>
    </message>
    <message numerus="yes">
        <source>%n kvitteringer venter på at blive sendt</source>
        <translation>
            <numerusform>%n receipt waits to be sent</numerusform>
            <numerusform>%n receipts wait to be sent</numerusform>
        </translation>
    </message>
    <message>
        <source>{month}: alt er modtaget</source>
        <translation>{month}: all is received</translation>
    </message>
</context>
<context>
    <name>SideCards</name>
    <message>
        <source>Konflikter</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Forslag til planen</source>
        <translation>Suggestions for the plan</translation>
    </message>
    <message>
        <source>Helligdage</source>
        <translation>Holidays</translation>
    </message>
    <message numerus="yes">
        <source>og %n mere</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Vis i planen</source>
        <translation>Show in the plan</translation>
    </message>
    <message>
        <source>Dækning i {month}</source>
        <translation>Coverage in {month}</translation>
    </message>
    <message numerus="yes">
        <source>{workplace}: intet fremmøde i %n uger</source>
        <translation>
            <numerusform>{workplace}: no visit for %n week</numerusform>
            <numerusform>{workplace}: no visits for %n weeks</numerusform>
        </translation>
    </message>
    <message>
        <source>Flyt til {date}</source>
        <translation>Move to {date}</translation>
    </message>
    <message>
        <source>Fremmøder på helligdage foreslås flyttet til næste hverdag.</source>
        <translation>Visits on holidays are proposed to be moved to the next working day.</translation>
    </message>
    <message>
        <source>Fremmøder på helligdage holdes som planlagt.</source>
        <translation>Visits on holidays are held as planned.</translation>
    </message>
    <message>
        <source>Fremmøder på helligdage springes over, indtil du vælger en ny dag.</source>
        <translation>Visits on holidays are skipped until you choose a new day.</translation>
    </message>
</context>
<context>
    <name>StartVisit</name>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Skriv en arbejdsplads</source>
        <translation>Type a workplace</translation>
    </message>
    <message>
        <source>Vagt</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Sted, fx kantinen</source>
        <translation>Place, e.g. the canteen</translation>
    </message>
    <message>
        <source>Start fremmøde</source>
        <translation>Start visit</translation>
    </message>
    <message>
        <source>Der er planlagt fremmøde her i dag {hours}. Det er det, du starter.</source>
        <translation>A visit is planned here today, {hours}. That is the one you start.</translation>
    </message>
    <message>
        <source>Start et fremmøde</source>
        <translation>Start a visit</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Trin {number} af {of}</source>
        <translation>Step {number} of {of}</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>Klik eller tryk Enter: hvad er dette tal?</source>
        <translation>Click or press Enter: what is this figure?</translation>
    </message>
</context>
<context>
    <name>TakeOverPart</name>
    <message>
        <source>Find projektet dér, hvor dets breve lægges, eller i en fil fra en vejleder (projektpakken eller deltagerlisten), og skriv koden fra projektets gendannelsesark.</source>
        <translation>Find the project where its letters are left, or in a file from a counsellor (the project package or the roster), and type the code from the project&apos;s recovery sheet.</translation>
    </message>
    <message>
        <source>Find projektet</source>
        <translation>Find the project</translation>
    </message>
    <message>
        <source>Åbn en fil …</source>
        <translation>Open a file …</translation>
    </message>
    <message>
        <source>Projekt&amp;kode</source>
        <translation>Project &amp;code</translation>
    </message>
    <message>
        <source>Koden fra projektets gendannelsesark, ikke den fra dit eget.</source>
        <translation>The code on the project&apos;s recovery sheet, not the one on your own.</translation>
    </message>
    <message>
        <source>»{project}«, ledet af {name} ({initials}). Deltagerliste {n} fra {day}.</source>
        <translation>“{project}”, led by {name} ({initials}). Roster {n} of {day}.</translation>
    </message>
    <message>
        <source>Projektpakken er fundet: dens indhold følger med.</source>
        <translation>The project package was found: its content comes along.</translation>
    </message>
    <message>
        <source>Projektpakken er ikke med; den hentes fra det fælles sted senere.</source>
        <translation>The project package is not there; it is fetched from the shared place later.</translation>
    </message>
    <message>
        <source>Find først projektet: i en mappe, på en server eller i en fil.</source>
        <translation>Find the project first: in a folder, on a server or in a file.</translation>
    </message>
</context>
<context>
    <name>TaxonomyChangeCard</name>
    <message>
        <source>Ret kodelisten</source>
        <translation>Change the code list</translation>
    </message>
    <message>
        <source>Gem som fil, og åbn den</source>
        <translation>Save as a file and open it</translation>
    </message>
    <message>
        <source>Læs rettet fil …</source>
        <translation>Read a changed file …</translation>
    </message>
    <message>
        <source>Gem ændringerne</source>
        <translation>Save the changes</translation>
    </message>
    <message>
        <source>Annullér</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Projektlederen bestemmer kodelisten i et fælles projekt. Den følger med projektpakken.</source>
        <translation>The lead decides the code list of a shared project. It comes with the project package.</translation>
    </message>
    <message>
        <source>Gem listen som fil, ret i filen med et skriveprogram til ren tekst, og læs den ind igen. Du ser, hvad der ændres, før noget gemmes. En kode slettes ikke: den får en dag, fra hvilken den ikke kan vælges (retired_on), og nye navne får den dag, de gælder fra (valid_from).</source>
        <translation>Save the list as a file, edit it with a program for plain text, and read it in again. You see what changes before anything is saved. A code is not deleted: it gets a day from which it cannot be chosen (retired_on), and new names get the day from which they hold (valid_from).</translation>
    </message>
    <message>
        <source>Gemt: {file} i mappen {folder}</source>
        <translation>Saved: {file} in the folder {folder}</translation>
    </message>
    <message>
        <source>Der er ingen ændringer i filen.</source>
        <translation>There are no changes in the file.</translation>
    </message>
    <message numerus="yes">
        <source>%n ændringer af kodelisten:</source>
        <translation>
            <numerusform>%n change of the code list:</numerusform>
            <numerusform>%n changes of the code list:</numerusform>
        </translation>
    </message>
    <message>
        <source>Vejlederne ser det samme, før de tager den næste projektpakke i brug.</source>
        <translation>The counsellors see the same before they take the next project package into use.</translation>
    </message>
    <message numerus="yes">
        <source>%n ændringer er gemt</source>
        <translation>
            <numerusform>%n change is saved</numerusform>
            <numerusform>%n changes are saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaxonomySection</name>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Årsager</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Find kode</source>
        <translation>Find a code</translation>
    </message>
    <message>
        <source>Find kode eller ord</source>
        <translation>Find a code or word</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Gruppe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Dansk</source>
        <translation>Danish</translation>
    </message>
    <message>
        <source>Engelsk</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Gælder fra</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Udgået</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Koder</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Koder skifter aldrig betydning. En kode, der ikke bruges mere, udgår på en dato, og det, der er registreret med den, tælles stadig.</source>
        <translation>Codes never change meaning. A code that is no longer used is retired on a date, and what was registered with it still counts.</translation>
    </message>
    <message>
        <source>Ændringer af koder</source>
        <translation>Changes of codes</translation>
    </message>
    <message>
        <source>Ingen koder er ændret.</source>
        <translation>No codes have changed.</translation>
    </message>
</context>
<context>
    <name>TeamPart</name>
    <message>
        <source>Åbn en projektpakke …</source>
        <translation>Open a project package …</translation>
    </message>
    <message>
        <source>&amp;Opret et projekt som leder</source>
        <translation>&amp;Create a project as its lead</translation>
    </message>
    <message>
        <source>Her samles alle vejlederes tal, uden navne. Du registrerer ikke selv her; er du også vejleder, skal du have to installationer ved siden af hinanden.</source>
        <translation>All counsellors&apos; figures come together here, without names. You register nothing here yourself; if you are a counsellor, too, you need two installations beside each other.</translation>
    </message>
    <message>
        <source>O&amp;vertag et projekt med projektkoden</source>
        <translation>&amp;Take a project over with its code</translation>
    </message>
    <message>
        <source>Opret projektlederens installation ved siden af …</source>
        <translation>Set up the lead&apos;s installation beside this one …</translation>
    </message>
    <message>
        <source>&amp;De ti ord</source>
        <translation>The &amp;ten words</translation>
    </message>
    <message>
        <source>Ring til projektlederen, og skriv de ord, som du hører; fire bogstaver er nok.</source>
        <translation>Call the lead and type the words that you hear; four letters are enough.</translation>
    </message>
    <message>
        <source>Brug ikke pakken</source>
        <translation>Do not use the package</translation>
    </message>
    <message>
        <source>Ordene er ikke projektlederens. Få dem læst op igen. Passer de stadig ikke, er pakken ikke fra projektlederen: brug den ikke.</source>
        <translation>The words are not the lead&apos;s. Have them read aloud again. If they still differ, the package is not from the lead: do not use it.</translation>
    </message>
    <message>
        <source>Åbn en anden …</source>
        <translation>Open another one …</translation>
    </message>
    <message>
        <source>»{project}«, ledet af {name}. Pakkens indhold er på plads fra starten.</source>
        <translation>“{project}”, led by {name}. What the package holds is in place from the start.</translation>
    </message>
</context>
<context>
    <name>TenWords</name>
    <message>
        <source>De ti ord: {words}</source>
        <translation>The ten words: {words}</translation>
    </message>
</context>
<context>
    <name>TitleLine</name>
    <message>
        <source>Re&amp;t</source>
        <translation>&amp;Change</translation>
    </message>
    <message>
        <source>Ret sted og tid</source>
        <translation>Change place and time</translation>
    </message>
    <message>
        <source>Vis en anden</source>
        <translation>Show another one</translation>
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
    <name>Today</name>
    <message>
        <source>God morgen.</source>
        <translation>Good morning.</translation>
    </message>
    <message>
        <source>God dag.</source>
        <translation>Good afternoon.</translation>
    </message>
    <message>
        <source>God aften.</source>
        <translation>Good evening.</translation>
    </message>
    <message>
        <source>Fremmøde i gang</source>
        <translation>Visit running</translation>
    </message>
    <message>
        <source>Ingen fremmøder endnu i dag</source>
        <translation>No visits yet today</translation>
    </message>
    <message>
        <source>Ét fremmøde i dag</source>
        <translation>One visit today</translation>
    </message>
    <message>
        <source>{count} fremmøder i dag</source>
        <translation>{count} visits today</translation>
    </message>
    <message>
        <source>{weekday} {day}. {month} {year} · uge {week}</source>
        <translation>{weekday} {day} {month} {year} · week {week}</translation>
    </message>
    <message>
        <source>{counted} (1 anonym)</source>
        <translation>{counted} (1 anonymous)</translation>
    </message>
    <message>
        <source>{counted} ({count} anonyme)</source>
        <translation>{counted} ({count} anonymous)</translation>
    </message>
    <message>
        <source>1 henvendelse</source>
        <translation>1 inquiry</translation>
    </message>
    <message>
        <source>{count} henvendelser</source>
        <translation>{count} inquiries</translation>
    </message>
    <message>
        <source>Siden {time}</source>
        <translation>Since {time}</translation>
    </message>
    <message>
        <source>Planlagt {hours}</source>
        <translation>Planned {hours}</translation>
    </message>
    <message>
        <source>Sted: {told}</source>
        <translation>Place: {told}</translation>
    </message>
    <message>
        <source>Synlighed: {told}</source>
        <translation>Visibility: {told}</translation>
    </message>
    <message>
        <source>Bemærkning: {told}</source>
        <translation>Remark: {told}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Fremmødet er startet</source>
        <translation>Visit started</translation>
    </message>
    <message>
        <source>Fremmødet er afsluttet: {contacts}</source>
        <translation>Visit ended: {contacts}</translation>
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
        <translation>Vejviser is locked</translation>
    </message>
    <message>
        <source>Adgangssætning</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>&amp;Adgangssætning</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Lås op</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Jeg har glemt adgangssætningen</source>
        <translation>I have forgotten the passphrase</translation>
    </message>
    <message>
        <source>Skriv adgangssætningen.</source>
        <translation>Type the passphrase.</translation>
    </message>
    <message>
        <source>Prøv igen om {n} sek.</source>
        <translation>Try again in {n} sec.</translation>
    </message>
</context>
<context>
    <name>UnsettledCard</name>
    <message>
        <source>Blev det holdt?</source>
        <translation>Was it held?</translation>
    </message>
    <message>
        <source>Og 1 til</source>
        <translation>And 1 more</translation>
    </message>
    <message>
        <source>Og {count} til</source>
        <translation>And {count} more</translation>
    </message>
</context>
<context>
    <name>UnsettledLine</name>
    <message>
        <source>Holdt</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>Aflyst</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Spørg ikke igen</source>
        <translation>Do not ask again</translation>
    </message>
    <message>
        <source>I går</source>
        <translation>Yesterday</translation>
    </message>
</context>
<context>
    <name>VisitBlock</name>
    <message>
        <source>Ret tider: {workplace}</source>
        <translation>Correct times: {workplace}</translation>
    </message>
    <message>
        <source>Ret tider</source>
        <translation>Correct times</translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>Nyt fremmøde</source>
        <translation>New visit</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Skriv en arbejdsplads</source>
        <translation>Type a workplace</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Klokken</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Vagt</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Her er det, du ikke nåede at gemme.</source>
        <translation>Here is what you had not saved yet.</translation>
    </message>
    <message>
        <source>Begynd forfra</source>
        <translation>Begin anew</translation>
    </message>
    <message>
        <source>Du har et nyt fremmøde, der ikke er gemt.</source>
        <translation>You have a new visit that is not saved.</translation>
    </message>
    <message>
        <source>Fortsæt med det</source>
        <translation>Go on with it</translation>
    </message>
    <message>
        <source>Fx 2711, +7 eller i morgen.</source>
        <translation>E.g. 2711, +7 or tomorrow.</translation>
    </message>
    <message>
        <source>Minutter</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Fx kantinen, lokale 2.</source>
        <translation>E.g. the canteen, room 2.</translation>
    </message>
    <message>
        <source>Vejledere</source>
        <translation>Counsellors</translation>
    </message>
    <message>
        <source>Bemærkning</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Vælg en arbejdsplads.</source>
        <translation>Choose a workplace.</translation>
    </message>
    <message>
        <source>Skriv et klokkeslæt, fx 9.30.</source>
        <translation>Type a time, e.g. 9.30.</translation>
    </message>
    <message>
        <source>Et fremmøde varer mellem 1 minut og 24 timer.</source>
        <translation>A visit lasts between 1 minute and 24 hours.</translation>
    </message>
    <message>
        <source>Vælg mindst én vejleder.</source>
        <translation>Choose at least one counsellor.</translation>
    </message>
</context>
<context>
    <name>VisitPanel</name>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Vagt</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Vejledere</source>
        <translation>Counsellors</translation>
    </message>
    <message>
        <source>Flyttet fra</source>
        <translation>Moved from</translation>
    </message>
    <message>
        <source>Henvendelser</source>
        <translation>Inquiries</translation>
    </message>
    <message>
        <source>Bemærkning</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Ny opfølgning</source>
        <translation>New follow-up</translation>
    </message>
    <message>
        <source>Fremmøderegel</source>
        <translation>Presence rule</translation>
    </message>
    <message>
        <source>Ret reglen</source>
        <translation>Edit the rule</translation>
    </message>
    <message>
        <source>Forrige: {when}</source>
        <translation>Previous: {when}</translation>
    </message>
    <message>
        <source>Næste: {when}</source>
        <translation>Next: {when}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Afslut</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Blev holdt</source>
        <translation>Was held</translation>
    </message>
    <message>
        <source>Flyt</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Flyt til {date}</source>
        <translation>Move to {date}</translation>
    </message>
    <message>
        <source>Aflys</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Skift vejleder</source>
        <translation>Change counsellor</translation>
    </message>
    <message>
        <source>Hold alligevel</source>
        <translation>Hold anyway</translation>
    </message>
    <message>
        <source>Genoptag</source>
        <translation>Reinstate</translation>
    </message>
    <message>
        <source>Se henvendelser</source>
        <translation>See inquiries</translation>
    </message>
</context>
<context>
    <name>VisitPromises</name>
    <message>
        <source>Opfølgning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Intet aftalt.</source>
        <translation>Nothing promised.</translation>
    </message>
</context>
<context>
    <name>VisitsCard</name>
    <message>
        <source>Dagens fremmøder</source>
        <translation>Today&apos;s visits</translation>
    </message>
    <message>
        <source>Opret den første arbejdsplads for at kunne starte et fremmøde.</source>
        <translation>Add the first workplace to be able to start a visit.</translation>
    </message>
    <message>
        <source>Ny arbejdsplads</source>
        <translation>New workplace</translation>
    </message>
    <message>
        <source>Uden for fremmøder i dag: {contacts}</source>
        <translation>Outside visits today: {contacts}</translation>
    </message>
    <message>
        <source>Andre vejledere i dag</source>
        <translation>Other counsellors today</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>Fremmødeplan</source>
        <translation>Presence plan</translation>
    </message>
    <message>
        <source>Man Tir Ons Tor Fre Lør Søn</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
    </message>
    <message>
        <source>advarsel</source>
        <translation>warning</translation>
    </message>
</context>
<context>
    <name>WeeksCard</name>
    <message>
        <source>Sidste 8 uger</source>
        <translation>Last 8 weeks</translation>
    </message>
    <message>
        <source>Henvendelser pr. uge</source>
        <translation>Inquiries per week</translation>
    </message>
    <message>
        <source>uge {week}: {contacts}</source>
        <translation>week {week}: {contacts}</translation>
    </message>
</context>
<context>
    <name>WindowNotices</name>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Du kan stadig fortryde det, du gjorde sidst.</source>
        <translation>You can still undo what you did last.</translation>
    </message>
</context>
<context>
    <name>WorkplaceFilter</name>
    <message>
        <source>Alle arbejdspladser</source>
        <translation>All workplaces</translation>
    </message>
    <message numerus="yes">
        <source>%n arbejdspladser</source>
        <translation>
            <numerusform>%n workplace</numerusform>
            <numerusform>%n workplaces</numerusform>
        </translation>
    </message>
    <message>
        <source>Arbejdspladser: {chosen}</source>
        <translation>Workplaces: {chosen}</translation>
    </message>
</context>
<context>
    <name>WorkplaceForm</name>
    <message>
        <source>Tilføj tilbud</source>
        <translation>Add offer</translation>
    </message>
    <message>
        <source>Tilføj kontaktperson</source>
        <translation>Add contact person</translation>
    </message>
    <message>
        <source>Tilføj adresse</source>
        <translation>Add address</translation>
    </message>
    <message>
        <source>Arbejdsplads</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Tilbud</source>
        <translation>Offers</translation>
    </message>
    <message>
        <source>Det, folk her allerede kan bruge. Det står fremme, når du registrerer.</source>
        <translation>What people here can already use. It is in front of you when you register.</translation>
    </message>
    <message>
        <source>Fremmøde</source>
        <translation>Presence</translation>
    </message>
    <message>
        <source>Kontaktpersoner</source>
        <translation>Contact persons</translation>
    </message>
    <message>
        <source>Adresser</source>
        <translation>Addresses</translation>
    </message>
    <message>
        <source>Lukkedage</source>
        <translation>Closing days</translation>
    </message>
    <message>
        <source>Fremmøder på lukkedage og helligdage springes over.</source>
        <translation>Visits on closing days and holidays are skipped.</translation>
    </message>
</context>
<context>
    <name>WorkplaceList</name>
    <message>
        <source>Søg arbejdsplads</source>
        <translation>Search workplaces</translation>
    </message>
    <message>
        <source>Søg navn, kode, by</source>
        <translation>Search name, code, town</translation>
    </message>
    <message>
        <source>Sektor</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Alle sektorer</source>
        <translation>All sectors</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Aktive</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Afsluttede</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Arbejdspladser</source>
        <translation>Workplaces</translation>
    </message>
    <message numerus="yes">
        <source>%n arbejdspladser</source>
        <translation>
            <numerusform>%n workplace</numerusform>
            <numerusform>%n workplaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>Afslut reglen</source>
        <translation>End the rule</translation>
    </message>
    <message>
        <source>Afslut</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Ny regel</source>
        <translation>New rule</translation>
    </message>
    <message>
        <source>Ret reglen</source>
        <translation>Edit the rule</translation>
    </message>
    <message>
        <source>Gem reglen</source>
        <translation>Save the rule</translation>
    </message>
    <message>
        <source>skiftevis {places} og {last}</source>
        <translation>{places} and {last} in turn</translation>
    </message>
    <message>
        <source>Ændret efter {day}</source>
        <translation>Changed after {day}</translation>
    </message>
    <message>
        <source>Stoppet {day}</source>
        <translation>Stopped on {day}</translation>
    </message>
    <message>
        <source>Sidste dag er {day}</source>
        <translation>The last day is {day}</translation>
    </message>
    <message>
        <source>Næste: {dates}</source>
        <translation>Next: {dates}</translation>
    </message>
    <message>
        <source>{rate} henvendelser pr. time</source>
        <translation>{rate} inquiries per hour</translation>
    </message>
    <message>
        <source>{low}–{high} med 95 % sikkerhed</source>
        <translation>{low}–{high} with 95% confidence</translation>
    </message>
    <message>
        <source>{visits} holdt, {zero} uden henvendelser</source>
        <translation>{visits} held, {zero} without inquiries</translation>
    </message>
    <message>
        <source>{weekday} {day}. {month}</source>
        <translation>{weekday} {day} {month}</translation>
    </message>
    <message>
        <source>fra {day}</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>{date} (aflyst)</source>
        <translation>{date} (cancelled)</translation>
    </message>
    <message>
        <source>{date} (flyttet til {day})</source>
        <translation>{date} (moved to {day})</translation>
    </message>
    <message>
        <source>{date} ({closure}, springes over)</source>
        <translation>{date} ({closure}, skipped)</translation>
    </message>
</context>
<context>
    <name>WorkplacesPage</name>
    <message>
        <source>Arbejdspladsen er gemt</source>
        <translation>Workplace saved</translation>
    </message>
    <message>
        <source>Der er ingen ændringer at gemme.</source>
        <translation>There are no changes to save.</translation>
    </message>
    <message>
        <source>Arbejdspladsen er slettet</source>
        <translation>Workplace deleted</translation>
    </message>
    <message>
        <source>Ikke gemt</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Ny arbejdsplads</source>
        <translation>New workplace</translation>
    </message>
    <message>
        <source>afsluttet {day}</source>
        <translation>ended {day}</translation>
    </message>
</context>
<context>
    <name>WorkplacesView</name>
    <message>
        <source>Alle tilbud</source>
        <translation>All offers</translation>
    </message>
    <message>
        <source>Importér …</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>Ny arbejdsplads</source>
        <translation>New workplace</translation>
    </message>
    <message>
        <source>Her er ingen arbejdspladser endnu.</source>
        <translation>There are no workplaces here yet.</translation>
    </message>
    <message>
        <source>Opret den første</source>
        <translation>Add the first</translation>
    </message>
    <message>
        <source>Slet</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Kassér ændringer</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ikke gemt endnu</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>Arbejdspladser</source>
        <translation>Workplaces</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Vejviser</source>
        <translation>Vejviser</translation>
    </message>
    <message>
        <source>Søg arbejdsplads, vejleder, kort eller handling</source>
        <translation>Search workplace, counsellor, card or action</translation>
    </message>
    <message>
        <source>Søg person, arbejdsplads, kort eller handling</source>
        <translation>Search person, workplace, card or action</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ingen sikkerhedskopi endnu</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Sikkerhedskopi {day} kl. {time}</source>
        <translation>Backup {day} at {time}</translation>
    </message>
    <message>
        <source>Kontrolleret efter skrivning</source>
        <translation>Checked after writing</translation>
    </message>
    <message>
        <source>DEMO: opdigtet</source>
        <translation>DEMO: invented</translation>
    </message>
    <message>
        <source>Alle personer og henvendelser er opdigtede</source>
        <translation>All people and inquiries are invented</translation>
    </message>
    <message>
        <source>Krypteret</source>
        <translation>Encrypted</translation>
    </message>
    <message>
        <source>Alt gemmes krypteret på denne computer</source>
        <translation>Everything is stored encrypted on this computer</translation>
    </message>
    <message>
        <source>uge {week} · {day} {date}</source>
        <translation>week {week} · {day} {date}</translation>
    </message>
    <message>
        <source>siden {time}</source>
        <translation>since {time}</translation>
    </message>
</context>
<context>
    <name>WriteCard</name>
    <message>
        <source>Skriv som mappe</source>
        <translation>Write as a folder</translation>
    </message>
    <message>
        <source>Rækkerne er stadig personoplysninger om helbred. Læs risikoarket i mappen, og send dem kun ad en sikker vej til den, der har en aftale om at få dem.</source>
        <translation>The rows are still personal data about health. Read the risk sheet in the folder, and send them only by a safe way to somebody with an agreement to have them.</translation>
    </message>
    <message>
        <source>Den syntetiske tvilling har de samme kolonner og er lavet uden at se på en eneste henvendelse: send den først, så evaluatoren kan gøre sine programmer klar.</source>
        <translation>The synthetic twin has the same columns and is made without looking at a single contact: send it first, so that the evaluator can get their programs ready.</translation>
    </message>
    <message>
        <source>Skriv pakken</source>
        <translation>Write the pack</translation>
    </message>
    <message>
        <source>Skriv syntetisk tvilling</source>
        <translation>Write the synthetic twin</translation>
    </message>
    <message>
        <source>Erstat mappen</source>
        <translation>Replace the folder</translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Åbn mappen</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Mappen {folder} findes allerede. Skal det, der er skrevet i den, erstattes af den nye pakke? Rækkerne får nye numre.</source>
        <translation>The folder {folder} is there already. Shall what is written in it be replaced by the new pack? The rows get new numbers.</translation>
    </message>
</context>
<context>
    <name>_DueLine</name>
    <message>
        <source>Gjort: {title}</source>
        <translation>Done: {title}</translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>_Panel</name>
    <message>
        <source>Vælg arbejdspladser</source>
        <translation>Choose workplaces</translation>
    </message>
    <message>
        <source>Vælg alle</source>
        <translation>Choose all</translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Intet kryds betyder alle. Mellemrum sætter kryds.</source>
        <translation>No tick means all. Space ticks.</translation>
    </message>
    <message>
        <source>{name} valgt</source>
        <translation>{name} chosen</translation>
    </message>
    <message>
        <source>{name} fravalgt</source>
        <translation>{name} not chosen</translation>
    </message>
</context>
<context>
    <name>_StrengthHint</name>
    <message>
        <source>Fire tilfældige ord er lette at huske og svære at gætte. Du må gerne bruge mellemrum.</source>
        <translation>Four random words are easy to remember and hard to guess. You may use spaces.</translation>
    </message>
</context>
<context>
    <name>_Waiting</name>
    <message>
        <source>Henter opfølgninger</source>
        <translation>Fetching follow-ups</translation>
    </message>
</context>
</TS>
