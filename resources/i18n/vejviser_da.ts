<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="da_DK">
<context>
    <name>AnonymousRow</name>
    <message numerus="yes">
        <source>%n samtaler, sidst {date}</source>
        <translation>
            <numerusform>%n samtale, sidst {date}</numerusform>
            <numerusform>%n samtaler, sidst {date}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message numerus="yes">
        <source>%n fejl mere i filer med kort.</source>
        <translation>
            <numerusform>%n fejl mere i filer med kort.</numerusform>
            <numerusform>%n fejl mere i filer med kort.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardsView</name>
    <message numerus="yes">
        <source>%n kort</source>
        <translation>
            <numerusform>%n kort</numerusform>
            <numerusform>%n kort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message numerus="yes">
        <source>%n valgt</source>
        <translation>
            <numerusform>%n valgt</numerusform>
            <numerusform>%n valgt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message numerus="yes">
        <source>%n fund</source>
        <translation>
            <numerusform>%n fund</numerusform>
            <numerusform>%n fund</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftOffer</name>
    <message numerus="yes">
        <source>Du har %n kladder, den seneste fra {when}</source>
        <translation>
            <numerusform>Du har %n kladde fra {when}</numerusform>
            <numerusform>Du har %n kladder, den seneste fra {when}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%n par</source>
        <translation>
            <numerusform>%n par</numerusform>
            <numerusform>%n par</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message numerus="yes">
        <source>%n åbne</source>
        <translation>
            <numerusform>%n åben</numerusform>
            <numerusform>%n åbne</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormerLetters</name>
    <message numerus="yes">
        <source>Mindst %n breve, som projektlederen før dig kan have fået, ligger ikke i det fælles sted, så tallene kan være for små. Ligger de i et tidligere sted, så træk den mappe hertil. Ellers bed vejlederne gemme måneden som fil igen.</source>
        <translation>
            <numerusform>Mindst %n brev, som projektlederen før dig kan have fået, ligger ikke i det fælles sted, så tallene kan være for små. Ligger det i et tidligere sted, så træk den mappe hertil. Ellers bed vejlederne gemme måneden som fil igen.</numerusform>
            <numerusform>Mindst %n breve, som projektlederen før dig kan have fået, ligger ikke i det fælles sted, så tallene kan være for små. Ligger de i et tidligere sted, så træk den mappe hertil. Ellers bed vejlederne gemme måneden som fil igen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeadCard</name>
    <message numerus="yes">
        <source>og %n mere</source>
        <translation>
            <numerusform>og %n mere</numerusform>
            <numerusform>og %n mere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkForm</name>
    <message numerus="yes">
        <source>Alle %n med ordet</source>
        <translation>
            <numerusform>%n med ordet</numerusform>
            <numerusform>Alle %n med ordet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthsCard</name>
    <message numerus="yes">
        <source>Send %n lukkede måneder</source>
        <translation>
            <numerusform>Send %n lukket måned</numerusform>
            <numerusform>Send %n lukkede måneder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message numerus="yes">
        <source>+%n flere</source>
        <translation>
            <numerusform>+%n mere</numerusform>
            <numerusform>+%n flere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OffersBox</name>
    <message numerus="yes">
        <source>og %n tilbud mere</source>
        <translation>
            <numerusform>og %n tilbud mere</numerusform>
            <numerusform>og %n tilbud mere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OffersPage</name>
    <message numerus="yes">
        <source>%n tilbud</source>
        <translation>
            <numerusform>%n tilbud</numerusform>
            <numerusform>%n tilbud</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutgoingCard</name>
    <message numerus="yes">
        <source>%n kvitteringer</source>
        <translation>
            <numerusform>%n kvittering</numerusform>
            <numerusform>%n kvitteringer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gemt: %n kvitteringer i mappen {folder}</source>
        <translation>
            <numerusform>Gemt: %n kvittering i mappen {folder}</numerusform>
            <numerusform>Gemt: %n kvitteringer i mappen {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectCard</name>
    <message numerus="yes">
        <source>og %n mere</source>
        <translation>
            <numerusform>og %n mere</numerusform>
            <numerusform>og %n mere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message numerus="yes">
        <source>og %n mere</source>
        <translation>
            <numerusform>og %n mere</numerusform>
            <numerusform>og %n mere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecognitionLine</name>
    <message numerus="yes">
        <source>Måske {name} eller %n andre</source>
        <translation>
            <numerusform>Måske {name} eller en anden</numerusform>
            <numerusform>Måske {name} eller %n andre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferralsPage</name>
    <message numerus="yes">
        <source>%n åbne</source>
        <translation>
            <numerusform>%n åben</numerusform>
            <numerusform>%n åbne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n i alt</source>
        <translation>
            <numerusform>%n i alt</numerusform>
            <numerusform>%n i alt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedNotice</name>
    <message numerus="yes">
        <source>og %n mere</source>
        <translation>
            <numerusform>og %n mere</numerusform>
            <numerusform>og %n mere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message numerus="yes">
        <source>Gemt: %n filer til {whom} i mappen {folder}</source>
        <translation>
            <numerusform>Gemt: %n fil til {whom} i mappen {folder}</numerusform>
            <numerusform>Gemt: %n filer til {whom} i mappen {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharingWatch</name>
    <message numerus="yes">
        <source>%n måneder afvist af projektlederen</source>
        <translation>
            <numerusform>%n måned afvist af projektlederen</numerusform>
            <numerusform>%n måneder afvist af projektlederen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n måneder er ændret siden de blev lukket</source>
        <translation>
            <numerusform>%n måned er ændret siden den blev lukket</numerusform>
            <numerusform>%n måneder er ændret siden de blev lukket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n måneder gemt som filer</source>
        <translation>
            <numerusform>%n måned gemt som fil</numerusform>
            <numerusform>%n måneder gemt som filer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n måneder venter på at blive sendt</source>
        <translation>
            <numerusform>%n måned venter på at blive sendt</numerusform>
            <numerusform>%n måneder venter på at blive sendt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n måneder uden kvittering</source>
        <translation>
            <numerusform>%n måned uden kvittering</numerusform>
            <numerusform>%n måneder uden kvittering</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n måneder er ikke lukket</source>
        <translation>
            <numerusform>%n måned er ikke lukket</numerusform>
            <numerusform>%n måneder er ikke lukket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Breve fra %n computere er ikke nået frem</source>
        <translation>
            <numerusform>Breve fra %n computer er ikke nået frem</numerusform>
            <numerusform>Breve fra %n computere er ikke nået frem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kvitteringer venter på at blive sendt</source>
        <translation>
            <numerusform>%n kvittering venter på at blive sendt</numerusform>
            <numerusform>%n kvitteringer venter på at blive sendt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vejledere, ingen måned ventes endnu</source>
        <translation>
            <numerusform>%n vejleder, ingen måned ventes endnu</numerusform>
            <numerusform>%n vejledere, ingen måned ventes endnu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n måneder mangler</source>
        <translation>
            <numerusform>%n måned mangler</numerusform>
            <numerusform>%n måneder mangler</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SideCards</name>
    <message numerus="yes">
        <source>og %n mere</source>
        <translation>
            <numerusform>og %n mere</numerusform>
            <numerusform>og %n mere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{workplace}: intet fremmøde i %n uger</source>
        <translation>
            <numerusform>{workplace}: intet fremmøde i %n uge</numerusform>
            <numerusform>{workplace}: intet fremmøde i %n uger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaxonomyChangeCard</name>
    <message numerus="yes">
        <source>%n ændringer af kodelisten:</source>
        <translation>
            <numerusform>%n ændring af kodelisten:</numerusform>
            <numerusform>%n ændringer af kodelisten:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændringer er gemt</source>
        <translation>
            <numerusform>%n ændring er gemt</numerusform>
            <numerusform>%n ændringer er gemt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypeAhead</name>
    <message numerus="yes">
        <source>%n fund</source>
        <translation>
            <numerusform>%n fund</numerusform>
            <numerusform>%n fund</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkplaceFilter</name>
    <message numerus="yes">
        <source>%n arbejdspladser</source>
        <translation>
            <numerusform>%n arbejdsplads</numerusform>
            <numerusform>%n arbejdspladser</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkplaceList</name>
    <message numerus="yes">
        <source>%n arbejdspladser</source>
        <translation>
            <numerusform>%n arbejdsplads</numerusform>
            <numerusform>%n arbejdspladser</numerusform>
        </translation>
    </message>
</context>
</TS>
