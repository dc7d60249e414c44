<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Gossamer</source>
        <translation>Über Gossamer</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>A photograph and a painted trimap become an alpha matte.</source>
        <translation>Aus einem Foto und einer gemalten Trimap wird eine Alphamatte.</translation>
    </message>
    <message>
        <source>Nothing leaves this machine: no picture, no report, no count.</source>
        <translation>Nichts verlässt diesen Rechner: kein Bild, kein Bericht, keine Zählung.</translation>
    </message>
    <message>
        <source>When something goes wrong, it is written to a log on this machine. Copy the diagnostics to tell somebody about it: versions, devices, and the end of the log.</source>
        <translation>Wenn etwas schiefgeht, steht es in einem Protokoll auf diesem Rechner. Kopieren Sie die Diagnose, um jemandem davon zu erzählen: Versionen, Geräte und das Ende des Protokolls.</translation>
    </message>
    <message>
        <source>Gossamer is free software under the MIT licence.</source>
        <translation>Gossamer ist freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>It is built on:</source>
        <translation>Es baut auf:</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Meant for</source>
        <translation>Gedacht für</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Entstanden durch</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Entstanden aus</translation>
    </message>
</context>
<context>
    <name>AcceptedBox</name>
    <message>
        <source>Mattes of my own</source>
        <translation>Eigene Matten</translation>
    </message>
    <message>
        <source>Learn from mattes that you exported while keeping them was switched on</source>
        <translation>Aus Matten lernen, die ausgegeben wurden, während das Aufbewahren eingeschaltet war</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Zeigen …</translation>
    </message>
    <message>
        <source>Keep what I export from now on</source>
        <translation>Ab jetzt aufbewahren, was ausgegeben wird</translation>
    </message>
    <message>
        <source>The cut-out, its alpha, the photograph and the trimap are kept on this machine only, and can be removed at any time. One picture in five is held out.</source>
        <translation>Freisteller, Alpha, Foto und Trimap werden nur auf diesem Rechner aufbewahrt und lassen sich jederzeit entfernen. Jedes fünfte Bild wird zurückgehalten.</translation>
    </message>
    <message>
        <source>{0}, {1} held out</source>
        <translation>{0}, davon {1} zurückgehalten</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
</context>
<context>
    <name>AcceptedSheet</name>
    <message>
        <source>Mattes that were kept</source>
        <translation>Aufbewahrte Matten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{0} mattes are kept in {1}, and nowhere else. {2} of them, chosen by their pictures, are never learnt from: a new student is measured on them.</source>
        <translation>{0} Matten werden in {1} aufbewahrt und sonst nirgends. Aus {2} von ihnen, nach ihren Bildern ausgewählt, wird nie gelernt: An ihnen wird ein neuer Schüler gemessen.</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Save project as…</source>
        <translation>Projekt speichern unter …</translation>
    </message>
    <message>
        <source>Strokes onto another version…</source>
        <translation>Striche auf eine andere Fassung …</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Import trimap…</source>
        <translation>Trimap importieren …</translation>
    </message>
    <message>
        <source>Export trimap…</source>
        <translation>Trimap exportieren …</translation>
    </message>
    <message>
        <source>Export alpha…</source>
        <translation>Alpha exportieren …</translation>
    </message>
    <message>
        <source>Export cut-out…</source>
        <translation>Freisteller exportieren …</translation>
    </message>
    <message>
        <source>Record beside exports</source>
        <translation>Protokoll neben Exporten</translation>
    </message>
    <message>
        <source>Copy cut-out</source>
        <translation>Freisteller kopieren</translation>
    </message>
    <message>
        <source>Reset refining</source>
        <translation>Verfeinern zurücksetzen</translation>
    </message>
    <message>
        <source>Batch…</source>
        <translation>Stapel …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Clean colours</source>
        <translation>Farben reinigen</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Foreground</source>
        <translation>Vordergrund</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Swap foreground and background</source>
        <translation>Vorder- und Hintergrund tauschen</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Narrow the band</source>
        <translation>Band schmaler machen</translation>
    </message>
    <message>
        <source>Widen the band</source>
        <translation>Band breiter machen</translation>
    </message>
    <message>
        <source>Trimap from a mask or alpha…</source>
        <translation>Trimap aus Maske oder Alpha …</translation>
    </message>
    <message>
        <source>Trimap from the present alpha</source>
        <translation>Trimap aus dem jetzigen Alpha</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Propose inside a lasso</source>
        <translation>In einem Lasso vorschlagen</translation>
    </message>
    <message>
        <source>Make everything unknown</source>
        <translation>Alles auf unbekannt setzen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Composite, not a photograph</source>
        <translation>Montage, kein Foto</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>Matte</translation>
    </message>
    <message>
        <source>Cancel the matte</source>
        <translation>Matte abbrechen</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Trimap</source>
        <translation>Trimap</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Cut-out</source>
        <translation>Freisteller</translation>
    </message>
    <message>
        <source>Border instead of tint</source>
        <translation>Rand statt Tönung</translation>
    </message>
    <message>
        <source>Blue and orange again</source>
        <translation>Wieder Blau und Orange</translation>
    </message>
    <message>
        <source>Next ground</source>
        <translation>Nächster Grund</translation>
    </message>
    <message>
        <source>Ground picture…</source>
        <translation>Bild als Grund …</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Next way to compare</source>
        <translation>Nächste Vergleichsart</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Next worst spot</source>
        <translation>Nächste schlimmste Stelle</translation>
    </message>
    <message>
        <source>Map of differences</source>
        <translation>Karte der Unterschiede</translation>
    </message>
    <message>
        <source>Loupe with values</source>
        <translation>Lupe mit Werten</translation>
    </message>
    <message>
        <source>Fringe card</source>
        <translation>Saumprobe</translation>
    </message>
    <message>
        <source>Check the band</source>
        <translation>Band prüfen</translation>
    </message>
    <message>
        <source>Take the advice</source>
        <translation>Rat annehmen</translation>
    </message>
    <message>
        <source>Open ground truth…</source>
        <translation>Wahres Alpha öffnen …</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>In das Fenster einpassen</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Show panels</source>
        <translation>Leisten zeigen</translation>
    </message>
    <message>
        <source>Distil a student</source>
        <translation>Einen Studenten destillieren</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung (englisch)</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>Tasten und Gesten</translation>
    </message>
    <message>
        <source>About Gossamer</source>
        <translation>Über Gossamer</translation>
    </message>
    <message>
        <source>Paint background</source>
        <translation>Hintergrund malen</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>Rechte Taste</translation>
    </message>
    <message>
        <source>Straight line from the last point</source>
        <translation>Gerade vom letzten Punkt</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>Lasso: corner, freehand</source>
        <translation>Lasso: Ecke, freihändig</translation>
    </message>
    <message>
        <source>Click, drag</source>
        <translation>Klicken, ziehen</translation>
    </message>
    <message>
        <source>Lasso: close</source>
        <translation>Lasso: schließen</translation>
    </message>
    <message>
        <source>Enter, double click</source>
        <translation>Enter, Doppelklick</translation>
    </message>
    <message>
        <source>Lasso: take the last corner back</source>
        <translation>Lasso: letzte Ecke zurücknehmen</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Fill: further, or less far</source>
        <translation>Füllen: weiter oder weniger weit</translation>
    </message>
    <message>
        <source>Drag sideways</source>
        <translation>Seitwärts ziehen</translation>
    </message>
    <message>
        <source>Fill: over every colour</source>
        <translation>Füllen: über jede Farbe</translation>
    </message>
    <message>
        <source>Erase to unknown</source>
        <translation>Zu unbekannt radieren</translation>
    </message>
    <message>
        <source>Pen, turned</source>
        <translation>Stift, umgedreht</translation>
    </message>
    <message>
        <source>No tint, while held</source>
        <translation>Keine Tönung, solange gehalten</translation>
    </message>
    <message>
        <source>Original, while held</source>
        <translation>Original, solange gehalten</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Middle button</source>
        <translation>Mittlere Taste</translation>
    </message>
</context>
<context>
    <name>AdvancedDesk</name>
    <message>
        <source>“{0}” waits until the run under way has ended.</source>
        <translation>„{0}“ wartet, bis der laufende Lauf zu Ende ist.</translation>
    </message>
</context>
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Back to the picture</source>
        <translation>Zurück zum Bild</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Show the page of distillations</source>
        <translation>Die Seite der Destillationen zeigen</translation>
    </message>
    <message>
        <source>There a small network, the student, learns on this machine from a larger one and from your own cut-outs. It is kept only if it mattes better than the one in use. {0} leads there and back.</source>
        <translation>Dort lernt ein kleines Netz, der Student, auf diesem Rechner von einem größeren und aus Ihren eigenen Freistellern. Behalten wird es nur, wenn es bessere Matten macht als das verwendete. {0} führt hin und zurück.</translation>
    </message>
</context>
<context>
    <name>AdviceBar</name>
    <message>
        <source>Take the advice</source>
        <translation>Rat annehmen</translation>
    </message>
    <message>
        <source>Put the advice away</source>
        <translation>Rat verwerfen</translation>
    </message>
</context>
<context>
    <name>AdviceLegend</name>
    <message>
        <source>too narrow: {0} px</source>
        <translation>zu schmal: {0} px</translation>
    </message>
    <message>
        <source>could be known: {0} px</source>
        <translation>könnte bekannt sein: {0} px</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Zooms at the cursor</source>
        <translation>Zoomt am Zeiger</translation>
    </message>
    <message>
        <source>Changes the brush size</source>
        <translation>Ändert die Pinselgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>With Ctrl held, the wheel does the other.</source>
        <translation>Mit gehaltener Strg-Taste tut das Rad das andere.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Tint of the trimap</source>
        <translation>Tönung der Trimap</translation>
    </message>
    <message>
        <source>The wheel</source>
        <translation>Das Mausrad</translation>
    </message>
    <message>
        <source>Nothing moves by itself</source>
        <translation>Nichts bewegt sich von selbst</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Show the hints again</source>
        <translation>Hinweise wieder zeigen</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>It is used from the next start on.</source>
        <translation>Sie gilt ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Export the spec</source>
        <translation>Beschreibung exportieren</translation>
    </message>
    <message>
        <source>Specs (*.json)</source>
        <translation>Beschreibungen (*.json)</translation>
    </message>
    <message>
        <source>The folder of a run</source>
        <translation>Der Ordner eines Laufs</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>Läufe löschen</translation>
    </message>
    <message>
        <source>{0} goes to the trash, with its checkpoints and previews.</source>
        <translation>{0} kommt in den Papierkorb, mit Zwischenständen und Vorschauen.</translation>
    </message>
    <message>
        <source>Delete runs for good</source>
        <translation>Läufe endgültig löschen</translation>
    </message>
    <message>
        <source>There is no trash here: {0} cannot be brought back then.</source>
        <translation>Hier gibt es keinen Papierkorb: {0} ist dann nicht wiederzubringen.</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>What you paint cannot be kept for the case of a crash ({0}).</source>
        <translation>Was Sie malen, kann für den Fall eines Absturzes nicht aufgehoben werden ({0}).</translation>
    </message>
    <message>
        <source>the disk refuses</source>
        <translation>der Datenträger verweigert es</translation>
    </message>
    <message>
        <source>Go on, and save the project now and then.</source>
        <translation>Malen Sie weiter und speichern Sie das Projekt ab und zu.</translation>
    </message>
</context>
<context>
    <name>BandBox</name>
    <message>
        <source>By how many pixels the unknown band is made wider or narrower,
and how far it reaches around the edge of a mask or an alpha</source>
        <translation>Um wie viele Bildpunkte das unbekannte Band breiter oder schmaler wird
und wie weit es um den Rand einer Maske oder eines Alphas reicht</translation>
    </message>
    <message>
        <source>Width of the band</source>
        <translation>Breite des Bandes</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Width of the band in pixels of the picture</source>
        <translation>Breite des Bandes in Bildpunkten</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Schmaler</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Breiter</translation>
    </message>
    <message>
        <source>From a mask…</source>
        <translation>Aus Maske …</translation>
    </message>
    <message>
        <source>From alpha</source>
        <translation>Aus Alpha</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>BandController</name>
    <message>
        <source>Trimap from a mask</source>
        <translation>Trimap aus Maske</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>{0} wird gelesen</translation>
    </message>
    <message>
        <source>Trimap from the alpha</source>
        <translation>Trimap aus dem Alpha</translation>
    </message>
    <message>
        <source>Making a trimap</source>
        <translation>Eine Trimap entsteht</translation>
    </message>
</context>
<context>
    <name>BandDesk</name>
    <message>
        <source>Widen the band by {0} px</source>
        <translation>Band um {0} px breiter</translation>
    </message>
    <message>
        <source>There is nothing to widen: the trimap is of one class.</source>
        <translation>Es gibt nichts zu verbreitern: Die Trimap hat nur eine Klasse.</translation>
    </message>
    <message>
        <source>Narrow the band by {0} px</source>
        <translation>Band um {0} px schmaler</translation>
    </message>
    <message>
        <source>The band is as narrow as it can be.</source>
        <translation>Schmaler kann das Band nicht werden.</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Alpha of the unknown pixels</source>
        <translation>Alpha der unbekannten Bildpunkte</translation>
    </message>
    <message>
        <source>{0} unknown pixels, {1} of them neither black nor white</source>
        <translation>{0} unbekannte Bildpunkte, davon {1} weder schwarz noch weiß</translation>
    </message>
    <message>
        <source>α 0</source>
        <translation>α 0</translation>
    </message>
    <message>
        <source>up to {0} pixels</source>
        <translation>bis {0} Bildpunkte</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
</context>
<context>
    <name>BatchDesk</name>
    <message>
        <source>The batch in {0} has not come to its end.</source>
        <translation>Der Stapel in {0} ist nicht zu Ende gekommen.</translation>
    </message>
    <message>
        <source>Press {0} to go on with it.</source>
        <translation>{0} setzt ihn fort.</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>A batch was begun there: {0} pictures are done.</source>
        <translation>Dort wurde ein Stapel begonnen: {0} Bilder sind fertig.</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Photographs</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Trimaps</source>
        <translation>Trimaps</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Propose a trimap where there is none</source>
        <translation>Eine Trimap vorschlagen, wo keine ist</translation>
    </message>
    <message>
        <source>With the folders below</source>
        <translation>Mit den Ordnern darunter</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Cut-out</source>
        <translation>Freisteller</translation>
    </message>
    <message>
        <source>Trimap</source>
        <translation>Trimap</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Usual depth</source>
        <translation>Übliche Tiefe</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>Half float</source>
        <translation>Halbe Gleitkommazahl</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Gleitkommazahl</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>A batch needs a folder of photographs and one for the results.</source>
        <translation>Ein Stapel braucht einen Ordner mit Fotos und einen für die Ergebnisse.</translation>
    </message>
    <message>
        <source>Choose both.</source>
        <translation>Wählen Sie beide.</translation>
    </message>
    <message>
        <source>None: every trimap is a proposal</source>
        <translation>Keine: Jede Trimap ist ein Vorschlag</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Was misslang</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stopped: it can be gone on with.</source>
        <translation>Angehalten: Der Stapel lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>{0} von {1} fertig</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation>{0} misslungen</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>noch etwa {0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} h {1} min</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>Leinwand</translation>
    </message>
</context>
<context>
    <name>Chores</name>
    <message>
        <source>Start it with: gossamer-cli distill {0}</source>
        <translation>Starten mit: gossamer-cli distill {0}</translation>
    </message>
</context>
<context>
    <name>CoachDesk</name>
    <message>
        <source>Band coach</source>
        <translation>Bandprüfung</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Paint foreground and background first.</source>
        <translation>Malen Sie zuerst Vordergrund und Hintergrund.</translation>
    </message>
    <message>
        <source>Take the advice on the band</source>
        <translation>Rat zum Band annehmen</translation>
    </message>
    <message>
        <source>checking the band {0} %; {1} cancels</source>
        <translation>prüft das Band, {0} %; {1} bricht ab</translation>
    </message>
    <message>
        <source>The trimap has changed since: check again.</source>
        <translation>Die Trimap hat sich seither geändert: neu prüfen.</translation>
    </message>
</context>
<context>
    <name>CoachPanel</name>
    <message>
        <source>Check the band</source>
        <translation>Band prüfen</translation>
    </message>
    <message>
        <source>Take the advice</source>
        <translation>Rat annehmen</translation>
    </message>
    <message>
        <source>Matted again with other widths of the band, this shows where it is too narrow, and what could be known.</source>
        <translation>Mit anderen Breiten des Bandes neu berechnet zeigt sich, wo es zu schmal ist und was bekannt sein könnte.</translation>
    </message>
    <message>
        <source>The band is neither too narrow anywhere nor wider than it need be.</source>
        <translation>Das Band ist nirgends zu schmal und nirgends breiter als nötig.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Paint foreground</source>
        <translation>Vordergrund malen</translation>
    </message>
    <message>
        <source>Paint background</source>
        <translation>Hintergrund malen</translation>
    </message>
    <message>
        <source>Encircle foreground</source>
        <translation>Vordergrund umfahren</translation>
    </message>
    <message>
        <source>Encircle background</source>
        <translation>Hintergrund umfahren</translation>
    </message>
    <message>
        <source>Encircle unknown</source>
        <translation>Unbekannt umfahren</translation>
    </message>
    <message>
        <source>Fill foreground</source>
        <translation>Vordergrund füllen</translation>
    </message>
    <message>
        <source>Fill background</source>
        <translation>Hintergrund füllen</translation>
    </message>
    <message>
        <source>Fill unknown</source>
        <translation>Unbekannt füllen</translation>
    </message>
    <message>
        <source>Erase to unknown</source>
        <translation>Zu unbekannt radieren</translation>
    </message>
</context>
<context>
    <name>CompareDesk</name>
    <message>
        <source>There is nothing to compare with: import another model, or open a ground truth.</source>
        <translation>Es gibt nichts zum Vergleichen: Importieren Sie ein anderes Modell oder öffnen Sie ein wahres Alpha.</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Save, and end after the step under way</source>
        <translation>Speichern und nach dem laufenden Schritt enden</translation>
    </message>
    <message>
        <source>End at once</source>
        <translation>Sofort beenden</translation>
    </message>
    <message>
        <source>What it has learnt since it saved last is lost</source>
        <translation>Was er seit dem letzten Speichern gelernt hat, geht verloren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on from step {0}</source>
        <translation>Ab Schritt {0} fortsetzen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>{0} on held-out crops</source>
        <translation>{0} auf zurückgehaltenen Ausschnitten</translation>
    </message>
    <message>
        <source>Smoothing of the losses</source>
        <translation>Glättung der Verluste</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show all. Drag to move, turn the wheel to zoom</source>
        <translation>Alles zeigen. Ziehen verschiebt, das Rad vergrößert</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
</context>
<context>
    <name>CurvesBox</name>
    <message>
        <source>What is drawn</source>
        <translation>Was gezeichnet wird</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Curves of two runs</source>
        <translation>Kurven zweier Läufe</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>mittlerer Betrag des Fehlers</translation>
    </message>
    <message>
        <source>loss, all terms</source>
        <translation>Verlust, alle Glieder</translation>
    </message>
    <message>
        <source>loss: {0}</source>
        <translation>Verlust: {0}</translation>
    </message>
</context>
<context>
    <name>DetailsSheet</name>
    <message>
        <source>Not known: say it if you do</source>
        <translation>Unbekannt: hier eintragen, wenn sie bekannt ist</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Meine eigenen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was damit ist</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu nachsehen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>It is being looked into…</source>
        <translation>Er wird durchgesehen …</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} can be used.</source>
        <translation>{0}: {1} von {2} sind brauchbar.</translation>
    </message>
    <message>
        <source>Nothing is wrong with them.</source>
        <translation>An ihnen ist nichts auszusetzen.</translation>
    </message>
    <message>
        <source>{0} of them are held out, to measure on.</source>
        <translation>{0} davon werden zurückgehalten, um daran zu messen.</translation>
    </message>
</context>
<context>
    <name>DeviceKeeper</name>
    <message>
        <source>{0} cannot be used, so {1} is. {2}</source>
        <translation>{0} ist nicht nutzbar, stattdessen rechnet: {1}. {2}</translation>
    </message>
    <message>
        <source>Another device can be chosen under Matte, Device.</source>
        <translation>Ein anderes Gerät lässt sich unter Matte, Gerät wählen.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>NVIDIA GPU (CUDA)</source>
        <translation>NVIDIA-GPU (CUDA)</translation>
    </message>
    <message>
        <source>Apple GPU (Metal)</source>
        <translation>Apple-GPU (Metal)</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU, 1 Thread</translation>
    </message>
    <message>
        <source>CPU, {0} threads</source>
        <translation>CPU, {0} Threads</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Photographs and projects ({0})</source>
        <translation>Fotos und Projekte ({0})</translation>
    </message>
    <message>
        <source>Open a photograph or a project</source>
        <translation>Ein Foto oder Projekt öffnen</translation>
    </message>
    <message>
        <source>Import a trimap</source>
        <translation>Trimap importieren</translation>
    </message>
    <message>
        <source>Trimap from a mask or alpha</source>
        <translation>Trimap aus Maske oder Alpha</translation>
    </message>
    <message>
        <source>A picture behind the cut-out</source>
        <translation>Ein Bild hinter dem Freisteller</translation>
    </message>
    <message>
        <source>Open the ground truth</source>
        <translation>Wahres Alpha öffnen</translation>
    </message>
    <message>
        <source>{0} pictures (*{1})</source>
        <translation>{0}-Bilder (*{1})</translation>
    </message>
    <message>
        <source>The work is not saved</source>
        <translation>Die Arbeit ist nicht gespeichert</translation>
    </message>
    <message>
        <source>What you painted on {0} is in no file yet.</source>
        <translation>Was Sie auf {0} gemalt haben, steht noch in keiner Datei.</translation>
    </message>
    <message>
        <source>A student is learning</source>
        <translation>Ein Student lernt</translation>
    </message>
    <message>
        <source>“{0}” has not come to its end.</source>
        <translation>„{0}“ ist noch nicht am Ende.</translation>
    </message>
    <message>
        <source>It can go on without the window; when you come back you find it here.</source>
        <translation>Er kann ohne das Fenster weiterlernen; wenn Sie wiederkommen, finden Sie ihn hier.</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Save and stop it</source>
        <translation>Speichern und anhalten</translation>
    </message>
    <message>
        <source>Delete unsaved work</source>
        <translation>Ungespeicherte Arbeit löschen</translation>
    </message>
    <message>
        <source>What you painted on {0} cannot be brought back then.</source>
        <translation>Was Sie auf {0} gemalt haben, lässt sich danach nicht zurückholen.</translation>
    </message>
    <message>
        <source>Another version of this photograph</source>
        <translation>Eine andere Fassung dieses Fotos</translation>
    </message>
    <message>
        <source>Project with its photograph inside (*.gossamer)</source>
        <translation>Projekt mit dem Foto darin (*.gossamer)</translation>
    </message>
    <message>
        <source>Project beside its photograph (*.gossamer)</source>
        <translation>Projekt neben seinem Foto (*.gossamer)</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Das Projekt speichern</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation>Bilder ({0})</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Divider of the wipe</source>
        <translation>Teiler des Wischens</translation>
    </message>
    <message>
        <source>Drag to compare; double-click for the middle. Left and Right move it.</source>
        <translation>Zum Vergleichen ziehen; Doppelklick für die Mitte. Links und Rechts bewegen ihn.</translation>
    </message>
</context>
<context>
    <name>DrawnBox</name>
    <message>
        <source>Share that is drawn</source>
        <translation>Gezeichneter Anteil</translation>
    </message>
    <message>
        <source>Strands, blobs, smoke and nets that the program draws itself, ever new</source>
        <translation>Strähnen, Kleckse, Rauch und Netze, die das Programm selbst zeichnet, immer neu</translation>
    </message>
    <message>
        <source>Drawn by the program</source>
        <translation>Vom Programm gezeichnet</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Or begin with a sample</source>
        <translation>Oder mit einem Beispiel beginnen</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Drop a photograph here</source>
        <translation>Foto hier ablegen</translation>
    </message>
    <message>
        <source>PNG, JPEG, TIFF or WebP, 8 or 16 bit; a trimap may come along.</source>
        <translation>PNG, JPEG, TIFF oder WebP, 8 oder 16 Bit; eine Trimap darf dabei sein.</translation>
    </message>
    <message>
        <source>Open this sample and its trimap</source>
        <translation>Dieses Beispiel und seine Trimap öffnen</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>A state dict is looked for, by itself or under {0}.</source>
        <translation>Gesucht wird ein State-Dict, für sich oder unter {0}.</translation>
    </message>
    <message>
        <source>Ask for its permissions, or copy it.</source>
        <translation>Lassen Sie sich Zugriff geben oder kopieren Sie sie.</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>Prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
        <source>Check its name, its folder and its disk.</source>
        <translation>Prüfen Sie Namen, Ordner und Datenträger.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Check that the file is there and may be read.</source>
        <translation>Prüfen Sie, ob die Datei da ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>Choose a folder with pictures ({0}, HEIC or raw).</source>
        <translation>Wählen Sie einen Ordner mit Bildern ({0}, HEIC oder Raw).</translation>
    </message>
    <message>
        <source>Choose a narrower band, or a mask that is {0} where you are certain.</source>
        <translation>Wählen Sie ein schmaleres Band oder eine Maske, die dort {0} ist, wo Sie sicher sind.</translation>
    </message>
    <message>
        <source>Choose a student, close other programs, or take a smaller picture.</source>
        <translation>Wählen Sie einen Student, schließen Sie andere Programme oder nehmen Sie ein kleineres Bild.</translation>
    </message>
    <message>
        <source>Choose a width from 0.05 to 4; 1 is the network itself.</source>
        <translation>Wählen Sie eine Breite von 0,05 bis 4; 1 ist das Netz selbst.</translation>
    </message>
    <message>
        <source>Choose one of: auto, {0}.</source>
        <translation>Zur Wahl stehen: auto, {0}.</translation>
    </message>
    <message>
        <source>Choose others (the library holds {0}), or import or train these.</source>
        <translation>Wählen Sie andere (die Bibliothek hat {0}) oder importieren oder trainieren Sie diese.</translation>
    </message>
    <message>
        <source>Choose the network that they were trained for, or another file.</source>
        <translation>Wählen Sie das Netz, für das sie trainiert wurden, oder eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose the processor as the device, a student, or a smaller picture.</source>
        <translation>Wählen Sie den Prozessor als Gerät, einen Studenten oder ein kleineres Bild.</translation>
    </message>
    <message>
        <source>Close other programs, or scale it down.</source>
        <translation>Schließen Sie andere Programme oder verkleinern Sie es.</translation>
    </message>
    <message>
        <source>Close other programs, take a smaller picture, or make less of the trimap unknown.</source>
        <translation>Schließen Sie andere Programme, nehmen Sie ein kleineres Bild oder lassen Sie weniger unbekannt.</translation>
    </message>
    <message>
        <source>Copy or download it again, or export it anew from the program that made it.</source>
        <translation>Kopieren oder laden Sie es noch einmal oder exportieren Sie es neu aus dem Programm, das es gemacht hat.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Kopieren oder laden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Export it as PNG or TIFF with 8 or 16 bits per channel.</source>
        <translation>Exportieren Sie es als PNG oder TIFF mit 8 oder 16 Bit je Kanal.</translation>
    </message>
    <message>
        <source>Fetch the file again.</source>
        <translation>Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Free some space there, or choose another folder.</source>
        <translation>Schaffen Sie dort Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Free some space there, or make the folder writable.</source>
        <translation>Schaffen Sie dort Platz oder machen Sie den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>Give a grey picture (white is foreground) or a cut-out with transparency.</source>
        <translation>Nehmen Sie ein graues Bild (Weiß ist Vordergrund) oder einen Freisteller mit Transparenz.</translation>
    </message>
    <message>
        <source>Give the alpha that belongs to the picture.</source>
        <translation>Nehmen Sie das Alpha, das zum Bild gehört.</translation>
    </message>
    <message>
        <source>Give the folder of the photographs.</source>
        <translation>Nennen Sie den Ordner der Fotos.</translation>
    </message>
    <message>
        <source>Give the weights file and the card the name that the card states.</source>
        <translation>Geben Sie Gewichtsdatei und Karte den Namen, der auf der Karte steht.</translation>
    </message>
    <message>
        <source>Gossamer reads PNG, JPEG, TIFF, WebP, BMP, GIF, AVIF, HEIC and camera raw files. Export it as PNG or TIFF with 8 or 16 bits per channel.</source>
        <translation>Gossamer liest PNG, JPEG, TIFF, WebP, BMP, GIF, AVIF, HEIC und Rohdateien von Kameras. Exportieren Sie es als PNG oder TIFF mit 8 oder 16 Bit je Kanal.</translation>
    </message>
    <message>
        <source>Import or install these weights again.</source>
        <translation>Importieren oder installieren Sie diese Gewichte noch einmal.</translation>
    </message>
    <message>
        <source>Import the weights again, or remove the card and its weights file.</source>
        <translation>Importieren Sie die Gewichte noch einmal oder entfernen Sie Karte und Gewichtsdatei.</translation>
    </message>
    <message>
        <source>Known networks: {0}.</source>
        <translation>Bekannte Netze: {0}.</translation>
    </message>
    <message>
        <source>Let it end in one of: {0}.</source>
        <translation>Lassen Sie ihn auf eines hiervon enden: {0}.</translation>
    </message>
    <message>
        <source>Let its name end in .png.</source>
        <translation>Lassen Sie den Namen auf .png enden.</translation>
    </message>
    <message>
        <source>Let names hold “name”, in braces, and “kind” where several are written.</source>
        <translation>Lassen Sie die Namen „name“ in geschweiften Klammern enthalten, und „kind“, wo mehrere geschrieben werden.</translation>
    </message>
    <message>
        <source>Name a picture inside it.</source>
        <translation>Nennen Sie ein Bild darin.</translation>
    </message>
    <message>
        <source>Name it {0}.</source>
        <translation>Nennen Sie es {0}.</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found, and this PyTorch is without CUDA.</source>
        <translation>Keine NVIDIA-GPU gefunden, und dieses PyTorch hat kein CUDA.</translation>
    </message>
    <message>
        <source>No NVIDIA GPU with a working driver was found.</source>
        <translation>Keine NVIDIA-GPU mit arbeitendem Treiber gefunden.</translation>
    </message>
    <message>
        <source>No network is {0} times as wide as “{1}”.</source>
        <translation>Kein Netz ist {0}-mal so breit wie „{1}“.</translation>
    </message>
    <message>
        <source>Only Macs with a processor by Apple have it.</source>
        <translation>Nur Macs mit einem Prozessor von Apple haben sie.</translation>
    </message>
    <message>
        <source>Paint a few strokes of {0} where you are certain.</source>
        <translation>Malen Sie ein paar Striche {0}, wo Sie sicher sind.</translation>
    </message>
    <message>
        <source>Published checkpoints can be imported as {0}.</source>
        <translation>Veröffentlichte Checkpoints lassen sich importieren als {0}.</translation>
    </message>
    <message>
        <source>Put {0} beside them, or import them again.</source>
        <translation>Legen Sie {0} daneben oder importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Save it in grey: 0 is background, 128 unknown, 255 foreground.</source>
        <translation>Speichern Sie sie in Grau: 0 ist Hintergrund, 128 unbekannt, 255 Vordergrund.</translation>
    </message>
    <message>
        <source>Save it without smoothing: 0 is background, 128 unknown, 255 foreground.</source>
        <translation>Speichern Sie sie ohne Glättung: 0 ist Hintergrund, 128 unbekannt, 255 Vordergrund.</translation>
    </message>
    <message>
        <source>It lies on its side: turn the {0} as the picture is turned when it is shown.</source>
        <translation>Sie liegt auf der Seite: Drehen Sie sie ({0}) so, wie das Bild gezeigt wird.</translation>
    </message>
    <message>
        <source>A band cannot be {0} times as wide.</source>
        <translation>Ein Band kann nicht {0}-mal so breit sein.</translation>
    </message>
    <message>
        <source>A batch of {0} cannot be shared by {1} processes, each of which takes it in {2} equal pieces.</source>
        <translation>Ein Stapel von {0} lässt sich nicht auf {1} Prozesse verteilen, die ihn in je {2} gleichen Stücken nehmen.</translation>
    </message>
    <message>
        <source>A batch of {0} cannot be taken in {1} equal pieces.</source>
        <translation>Ein Stapel von {0} lässt sich nicht in {1} gleiche Stücke teilen.</translation>
    </message>
    <message>
        <source>A batch runs in “{0}” already.</source>
        <translation>In „{0}“ läuft schon ein Stapel.</translation>
    </message>
    <message>
        <source>A batch was begun in “{0}” already.</source>
        <translation>In „{0}“ wurde schon ein Stapel begonnen.</translation>
    </message>
    <message>
        <source>A crop of {0} pixels cannot be learnt from.</source>
        <translation>Aus einem Ausschnitt von {0} Bildpunkten lässt sich nicht lernen.</translation>
    </message>
    <message>
        <source>A foreground is a PNG, WebP or TIFF with colour and alpha.</source>
        <translation>Ein Vordergrund ist ein PNG, WebP oder TIFF mit Farbe und Alpha.</translation>
    </message>
    <message>
        <source>Add a file name, such as alpha.png.</source>
        <translation>Fügen Sie einen Dateinamen an, etwa alpha.png.</translation>
    </message>
    <message>
        <source>Add the partner under the same name, or remove this one.</source>
        <translation>Den Partner unter demselben Namen hinzufügen oder diese Datei entfernen.</translation>
    </message>
    <message>
        <source>After {0} steps the loss is no number any more.</source>
        <translation>Nach {0} Schritten ist der Verlust keine Zahl mehr.</translation>
    </message>
    <message>
        <source>Another process is training in “{0}”.</source>
        <translation>Ein anderer Prozess trainiert in „{0}“.</translation>
    </message>
    <message>
        <source>Batch of {0}</source>
        <translation>Stapel aus {0}</translation>
    </message>
    <message>
        <source>Begin another run, with a lower rate.</source>
        <translation>Beginnen Sie einen neuen Lauf mit kleinerer Lernrate.</translation>
    </message>
    <message>
        <source>Begin it anew in another folder.</source>
        <translation>Beginnen Sie ihn in einem anderen Ordner neu.</translation>
    </message>
    <message>
        <source>Choose TIFF or PNG.</source>
        <translation>Wählen Sie TIFF oder PNG.</translation>
    </message>
    <message>
        <source>Choose a batch that is a multiple of both numbers&apos; product.</source>
        <translation>Einen Stapel wählen, der ein Vielfaches des Produkts beider Zahlen ist.</translation>
    </message>
    <message>
        <source>Choose a batch that is a multiple of “accumulate”.</source>
        <translation>Einen Stapel wählen, der ein Vielfaches der Stücke („accumulate“) ist.</translation>
    </message>
    <message>
        <source>Choose a folder of your own, on a disk with space; what is finished is kept.</source>
        <translation>Einen eigenen Ordner auf einem Laufwerk mit Platz wählen; was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Choose a folder of your own.</source>
        <translation>Wählen Sie einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Choose a folder on another disk.</source>
        <translation>Wählen Sie einen Ordner auf einem anderen Laufwerk.</translation>
    </message>
    <message>
        <source>Choose a larger “batch” or fewer pieces (“accumulate”), or leave out the term.</source>
        <translation>Einen größeren Stapel („batch“) oder weniger Stücke („accumulate“) wählen oder den Term weglassen.</translation>
    </message>
    <message>
        <source>Choose a larger “batch”, fewer pieces (“accumulate”), or “freeze_norms”: 0.</source>
        <translation>Einen größeren Stapel („batch“), weniger Stücke („accumulate“) oder „freeze_norms“: 0 wählen.</translation>
    </message>
    <message>
        <source>Choose a multiple of 32, from 64 up.</source>
        <translation>Ein Vielfaches von 32 wählen, ab 64.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Wählen Sie einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>Choose a teacher of the student&apos;s own family.</source>
        <translation>Wählen Sie einen Lehrer aus der Familie des Studenten.</translation>
    </message>
    <message>
        <source>Choose a version of the photograph that is scaled, but not cropped or turned.</source>
        <translation>Wählen Sie eine Fassung des Fotos, die skaliert, aber weder beschnitten noch gedreht ist.</translation>
    </message>
    <message>
        <source>Choose an empty folder for the results, or have them made anew.</source>
        <translation>Wählen Sie einen leeren Ordner für die Ergebnisse oder lassen Sie sie neu machen.</translation>
    </message>
    <message>
        <source>Choose another folder for the results, or another pattern for names.</source>
        <translation>Wählen Sie einen anderen Ordner für die Ergebnisse oder ein anderes Muster für die Namen.</translation>
    </message>
    <message>
        <source>Choose another folder for the results.</source>
        <translation>Wählen Sie einen anderen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room there.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another format, and report this: it should not happen.</source>
        <translation>Wählen Sie ein anderes Format und melden Sie das: Es sollte nicht vorkommen.</translation>
    </message>
    <message>
        <source>Choose another term, or the DIM pair, whose stages all have them.</source>
        <translation>Wählen Sie einen anderen Term oder das DIM-Paar, dessen Stufen sie alle haben.</translation>
    </message>
    <message>
        <source>Choose from {0}.</source>
        <translation>Wählen Sie aus {0}.</translation>
    </message>
    <message>
        <source>Choose one of: {0}.</source>
        <translation>Eines davon wählen: {0}.</translation>
    </message>
    <message>
        <source>Choose one process, or run the spec from the program&apos;s source.</source>
        <translation>Wählen Sie einen Prozess oder starten Sie den Lauf aus dem Quelltext des Programms.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Wählen Sie einen.</translation>
    </message>
    <message>
        <source>Choose the folder that “distill” was given.</source>
        <translation>Wählen Sie den Ordner, den „distill“ bekam.</translation>
    </message>
    <message>
        <source>Choose the folder that “{0}” of the run is in.</source>
        <translation>Wählen Sie den Ordner, in dem „{0}“ des Laufs liegt.</translation>
    </message>
    <message>
        <source>Choose {0}, or another format.</source>
        <translation>Wählen Sie {0} oder ein anderes Format.</translation>
    </message>
    <message>
        <source>Close other programs, or open it on a larger machine.</source>
        <translation>Schließen Sie andere Programme oder öffnen Sie es auf einem größeren Rechner.</translation>
    </message>
    <message>
        <source>Compare once more.</source>
        <translation>Vergleichen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Create the folder first, or choose another.</source>
        <translation>Legen Sie zuerst den Ordner an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Cut it out again, or remove it.</source>
        <translation>Noch einmal freistellen oder entfernen.</translation>
    </message>
    <message>
        <source>Cut it out first, or remove it.</source>
        <translation>Erst freistellen oder entfernen.</translation>
    </message>
    <message>
        <source>Cut it out with a matte, or remove it.</source>
        <translation>Mit einer Matte freistellen oder entfernen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Each picture</source>
        <translation>Je Bild</translation>
    </message>
    <message>
        <source>Erase what is wrong there, and draw the lasso again.</source>
        <translation>Radieren Sie dort aus, was falsch ist, und ziehen Sie das Lasso noch einmal.</translation>
    </message>
    <message>
        <source>Export a TIFF, which keeps the profile as it is, or convert the photograph to sRGB, Adobe RGB or Display P3 first.</source>
        <translation>Exportieren Sie ein TIFF, das das Profil behält, wie es ist, oder wandeln Sie das Foto zuvor in sRGB, Adobe RGB oder Display P3 um.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Misslungen</translation>
    </message>
    <message>
        <source>Free some space there, then resume the run: the checkpoint before is kept.</source>
        <translation>Schaffen Sie dort Platz und setzen Sie den Lauf dann fort: Der vorige Stand ist erhalten.</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation>Machen Sie Platz frei, oder wählen Sie ein anderes Laufwerk.</translation>
    </message>
    <message>
        <source>Give it a field &quot;network&quot;.</source>
        <translation>Ein Feld „network“ angeben.</translation>
    </message>
    <message>
        <source>Give it a name of its own, or remove it.</source>
        <translation>Einen eigenen Namen geben oder entfernen.</translation>
    </message>
    <message>
        <source>Give it a value from 0 to below 1.</source>
        <translation>Einen Wert von 0 bis unter 1 angeben.</translation>
    </message>
    <message>
        <source>Give it a value from 0.05 to 4.</source>
        <translation>Einen Wert von 0,05 bis 4 angeben.</translation>
    </message>
    <message>
        <source>Give it a value {0}.</source>
        <translation>Einen Wert {0} angeben.</translation>
    </message>
    <message>
        <source>Give the alpha that belongs to this picture, without scaling or cropping.</source>
        <translation>Nehmen Sie das Alpha zu diesem Bild, ohne Skalieren oder Beschneiden.</translation>
    </message>
    <message>
        <source>Give the same model, outputs and names, or choose another folder.</source>
        <translation>Geben Sie dasselbe Modell, dieselben Ausgaben und Namen an oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Give {0} to {1}; 1 is as wide as the picture asks for.</source>
        <translation>Geben Sie {0} bis {1} an; 1 ist so breit, wie das Bild es verlangt.</translation>
    </message>
    <message>
        <source>Go on with it, have it made anew, or choose another folder for the results.</source>
        <translation>Setzen Sie ihn fort, lassen Sie ihn neu machen oder wählen Sie einen anderen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>Go on with the run, or choose another one.</source>
        <translation>Setzen Sie den Lauf fort oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Import or install these weights again, or train anew.</source>
        <translation>Importieren oder installieren Sie diese Gewichte noch einmal, oder trainieren Sie neu.</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>IndexNet&apos;s batch norms cannot learn from one picture at a time.</source>
        <translation>Die Normierungen von IndexNet können nicht aus einem Bild auf einmal lernen.</translation>
    </message>
    <message>
        <source>Install Gossamer again: a part of it is not there.</source>
        <translation>Installieren Sie Gossamer neu: Ein Teil davon fehlt.</translation>
    </message>
    <message>
        <source>Install a newer one with: pip install --upgrade pillow, or export it as PNG.</source>
        <translation>Installieren Sie ein neueres mit: pip install --upgrade pillow, oder exportieren Sie es als PNG.</translation>
    </message>
    <message>
        <source>Install a newer version to open it.</source>
        <translation>Installieren Sie eine neuere Version, um es zu öffnen.</translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;gossamer[heif]&apos;, or export it as JPEG or PNG.</source>
        <translation>Installieren Sie sie mit: pip install &apos;gossamer[heif]&apos;, oder exportieren Sie das Bild als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;gossamer[raw]&apos;, or develop it to TIFF or JPEG.</source>
        <translation>Installieren Sie sie mit: pip install &apos;gossamer[raw]&apos;, oder entwickeln Sie das Bild als TIFF oder JPEG.</translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;gossamer[{0}]&apos;</source>
        <translation>Installieren Sie sie mit: pip install &apos;gossamer[{0}]&apos;</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>It had saved nothing yet: let it begin again.</source>
        <translation>Er hatte noch nichts gespeichert: Lassen Sie ihn neu beginnen.</translation>
    </message>
    <message>
        <source>It has no partner of its name in “{0}”.</source>
        <translation>Sie hat in „{0}“ keinen Partner ihres Namens.</translation>
    </message>
    <message>
        <source>It has the name of “{0}”, which is taken instead.</source>
        <translation>Sie heißt wie „{0}“, die statt ihrer genommen wird.</translation>
    </message>
    <message>
        <source>It is a copy of “{0}”, and drawn that much oftener.</source>
        <translation>Sie ist eine Kopie von „{0}“ und wird umso öfter gezogen.</translation>
    </message>
    <message>
        <source>It is a list of names.</source>
        <translation>Es ist eine Liste von Namen.</translation>
    </message>
    <message>
        <source>It is a share, from 0 to 1.</source>
        <translation>Es ist ein Anteil, von 0 bis 1.</translation>
    </message>
    <message>
        <source>It is nowhere solid, so it is only seen before others.</source>
        <translation>Sie ist nirgends deckend und wird darum nur vor anderen gezeigt.</translation>
    </message>
    <message>
        <source>It is of a kind that carries no alpha.</source>
        <translation>Dateien dieser Art enthalten kein Alpha.</translation>
    </message>
    <message>
        <source>It is {0} × {1} pixels; the smallest crop needs {2} × {3}.</source>
        <translation>Sie hat {0} × {1} Bildpunkte; der kleinste Ausschnitt braucht {2} × {3}.</translation>
    </message>
    <message>
        <source>It must be {0}.</source>
        <translation>Es muss {0} sein.</translation>
    </message>
    <message>
        <source>It stays in “{0}”; the photograph is untouched.</source>
        <translation>Es bleibt in „{0}“; das Foto ist unberührt.</translation>
    </message>
    <message>
        <source>Its alpha is 0 everywhere.</source>
        <translation>Ihr Alpha ist überall 0.</translation>
    </message>
    <message>
        <source>Its alpha is 0 or 1 everywhere, so it has no soft edge to learn.</source>
        <translation>Ihr Alpha ist überall 0 oder 1; eine weiche Kante zum Lernen hat sie nicht.</translation>
    </message>
    <message>
        <source>Its alpha is 1 everywhere.</source>
        <translation>Ihr Alpha ist überall 1.</translation>
    </message>
    <message>
        <source>Its stages are {0}.</source>
        <translation>Seine Stufen sind {0}.</translation>
    </message>
    <message>
        <source>Its trimap is a proposal.</source>
        <translation>Ihre Trimap ist ein Vorschlag.</translation>
    </message>
    <message>
        <source>Keep it if that is what it is, such as smoke.</source>
        <translation>Behalten, wenn es so gemeint ist, etwa bei Rauch.</translation>
    </message>
    <message>
        <source>Known fields: {0}.</source>
        <translation>Bekannte Felder: {0}.</translation>
    </message>
    <message>
        <source>Known terms: {0}.</source>
        <translation>Bekannte Terme: {0}.</translation>
    </message>
    <message>
        <source>Let its name end in one of: {0}.</source>
        <translation>Lassen Sie den Namen auf eines davon enden: {0}.</translation>
    </message>
    <message>
        <source>Make room there, or see to it that you may write there.</source>
        <translation>Schaffen Sie dort Platz oder sorgen Sie dafür, dass Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>Memory ran out while the run learnt: a smaller batch or crop needs less.</source>
        <translation>Beim Lernen ging der Speicher aus: Ein kleinerer Stapel oder Ausschnitt braucht weniger.</translation>
    </message>
    <message>
        <source>Mend the line it names.</source>
        <translation>Die genannte Zeile berichtigen.</translation>
    </message>
    <message>
        <source>Model {0}.</source>
        <translation>Modell {0}.</translation>
    </message>
    <message>
        <source>Most likely memory was short: choose a smaller batch or crop, or a narrower network.</source>
        <translation>Wahrscheinlich fehlte Speicher: Wählen Sie einen kleineren Stapel oder Ausschnitt oder ein schmaleres Netz.</translation>
    </message>
    <message>
        <source>Name a folder of trimaps, or let proposals be made.</source>
        <translation>Nennen Sie einen Ordner mit Trimaps oder lassen Sie Vorschläge machen.</translation>
    </message>
    <message>
        <source>Name a safetensors file in “start”, or null to start afresh.</source>
        <translation>Nennen Sie in „start“ eine safetensors-Datei oder null, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>Name another stage, or leave out the term.</source>
        <translation>Eine weitere Stufe nennen oder den Term weglassen.</translation>
    </message>
    <message>
        <source>Name each once; “w2” weighs them.</source>
        <translation>Jeden einmal nennen; „w2“ gewichtet sie.</translation>
    </message>
    <message>
        <source>Name it {0}.png or {1}-trimap.png, or let a proposal be made.</source>
        <translation>Nennen Sie sie {0}.png oder {1}-trimap.png oder lassen Sie einen Vorschlag machen.</translation>
    </message>
    <message>
        <source>Name its folder, or start it afresh.</source>
        <translation>Nennen Sie seinen Ordner oder beginnen Sie ihn neu.</translation>
    </message>
    <message>
        <source>Name some, or null for the published ones.</source>
        <translation>Einige nennen oder null für die veröffentlichten.</translation>
    </message>
    <message>
        <source>No folder for the run can be made in “{0}” ({1}).</source>
        <translation>In „{0}“ kann kein Ordner für den Lauf angelegt werden ({1}).</translation>
    </message>
    <message>
        <source>No former weights of “{0}” are kept.</source>
        <translation>Frühere Gewichte von „{0}“ sind nicht aufgehoben.</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Nothing in this picture stands out enough for a proposal.</source>
        <translation>In diesem Bild hebt sich nichts genug für einen Vorschlag ab.</translation>
    </message>
    <message>
        <source>Nothing is to be written that is known.</source>
        <translation>Es soll nichts geschrieben werden, was bekannt ist.</translation>
    </message>
    <message>
        <source>Nothing within the lasso stands out from what is around it.</source>
        <translation>Im Lasso hebt sich nichts von seiner Umgebung ab.</translation>
    </message>
    <message>
        <source>On {0} the {1} would rise from {2} to {3}, by {4} %.</source>
        <translation>Auf {0} stiege der Fehler {1} von {2} auf {3}, um {4} %.</translation>
    </message>
    <message>
        <source>One of the two networks has no stage “{0}”.</source>
        <translation>Eines der beiden Netze hat keine Stufe „{0}“.</translation>
    </message>
    <message>
        <source>Open an older copy of it, or the photograph and its trimap.</source>
        <translation>Öffnen Sie eine ältere Kopie davon oder das Foto und seine Trimap.</translation>
    </message>
    <message>
        <source>Open an older copy of the project, or the photograph and its trimap.</source>
        <translation>Öffnen Sie eine ältere Kopie des Projekts oder das Foto und seine Trimap.</translation>
    </message>
    <message>
        <source>Open it with the photograph that it was made on.</source>
        <translation>Öffnen Sie es mit dem Foto, auf dem es entstanden ist.</translation>
    </message>
    <message>
        <source>Other weights are being put in use at this moment.</source>
        <translation>In diesem Augenblick werden andere Gewichte in Gebrauch genommen.</translation>
    </message>
    <message>
        <source>Other weights than those compared have become “{0}” meanwhile.</source>
        <translation>Inzwischen sind andere als die verglichenen Gewichte zu „{0}“ geworden.</translation>
    </message>
    <message>
        <source>Paint a few strokes of background where you are certain.</source>
        <translation>Malen Sie einige Striche Hintergrund, wo Sie sicher sind.</translation>
    </message>
    <message>
        <source>Paint a few strokes of foreground and of background where you are certain.</source>
        <translation>Malen Sie einige Striche Vordergrund und Hintergrund, wo Sie sicher sind.</translation>
    </message>
    <message>
        <source>Paint a stroke of foreground in there, and draw the lasso again.</source>
        <translation>Malen Sie darin einen Strich Vordergrund, und ziehen Sie das Lasso noch einmal.</translation>
    </message>
    <message>
        <source>Photograph, trimap, alpha and cut-out</source>
        <translation>Foto, Trimap, Alpha und Freisteller</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Please report this, with the picture if you can.</source>
        <translation>Bitte melden Sie das, wenn möglich mit dem Bild.</translation>
    </message>
    <message>
        <source>Promote it under another name, or under that of its own network.</source>
        <translation>Übernehmen Sie ihn unter einem anderen Namen oder unter dem des eigenen Netzes.</translation>
    </message>
    <message>
        <source>Put a copy back, or begin another run with “{0}” of this one (“start”).</source>
        <translation>Legen Sie eine Kopie zurück oder beginnen Sie einen anderen Lauf mit „{0}“ von diesem („start“).</translation>
    </message>
    <message>
        <source>Put it back, or save the project without the photograph.</source>
        <translation>Legen Sie sie zurück oder speichern Sie das Projekt ohne das Foto.</translation>
    </message>
    <message>
        <source>Put it beside the project, or back to “{0}”.</source>
        <translation>Legen Sie es neben das Projekt oder zurück nach „{0}“.</translation>
    </message>
    <message>
        <source>Put “{0}” back, or begin another run with “{1}” of this one (“start”).</source>
        <translation>Legen Sie „{0}“ zurück oder beginnen Sie einen anderen Lauf mit „{1}“ von diesem („start“).</translation>
    </message>
    <message>
        <source>Remove it from the folder.</source>
        <translation>Aus dem Ordner entfernen.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Entfernen.</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>Eine von beiden entfernen.</translation>
    </message>
    <message>
        <source>Resume it, or name another folder.</source>
        <translation>Setzen Sie ihn fort oder nennen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Resume the run: it saves them anew.</source>
        <translation>Setzen Sie den Lauf fort: Er speichert sie neu.</translation>
    </message>
    <message>
        <source>Resume with a lower rate: the last checkpoint is sound.</source>
        <translation>Setzen Sie ihn mit einer kleineren Lernrate fort: Der letzte gespeicherte Stand ist heil.</translation>
    </message>
    <message>
        <source>Resume with the spec that the run was started with, or name another folder.</source>
        <translation>Setzen Sie ihn mit der Beschreibung fort, mit der er begonnen wurde, oder nennen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Resume with the spec that the run was started with.</source>
        <translation>Setzen Sie ihn mit der Beschreibung fort, mit der er begonnen wurde.</translation>
    </message>
    <message>
        <source>Save both with the same width and height.</source>
        <translation>Beide mit derselben Breite und Höhe speichern.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF with 8 or 16 bits.</source>
        <translation>Als PNG oder TIFF mit 8 oder 16 Bit speichern.</translation>
    </message>
    <message>
        <source>Save it as PNG, WebP or TIFF.</source>
        <translation>Als PNG, WebP oder TIFF speichern.</translation>
    </message>
    <message>
        <source>Save the {0} with the width and height of the picture, without scaling or cropping.</source>
        <translation>Speichern Sie sie ({0}) in Breite und Höhe des Bildes, ohne Skalieren oder Beschneiden.</translation>
    </message>
    <message>
        <source>Scale it down, or cut it into parts.</source>
        <translation>Verkleinern Sie es oder zerschneiden Sie es in Teile.</translation>
    </message>
    <message>
        <source>Something unexpected: {0}</source>
        <translation>Etwas Unerwartetes: {0}</translation>
    </message>
    <message>
        <source>Stop it first (write “stop” into the file “control” there), or name another folder.</source>
        <translation>Halten Sie ihn zuerst an (schreiben Sie „stop“ in die Datei „control“ dort) oder nennen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Take the file and the card from the same place.</source>
        <translation>Nehmen Sie Datei und Karte von derselben Stelle.</translation>
    </message>
    <message>
        <source>The alpha “{0}” is {1} pixels, the image is {2}.</source>
        <translation>Das Alpha „{0}“ hat {1} Bildpunkte, das Bild {2}.</translation>
    </message>
    <message>
        <source>The batch in “{0}” was begun with other orders.</source>
        <translation>Der Stapel in „{0}“ wurde mit anderen Angaben begonnen.</translation>
    </message>
    <message>
        <source>The card of “{0}” was made for another file than {1}.</source>
        <translation>Die Karte von „{0}“ gehört zu einer anderen Datei als {1}.</translation>
    </message>
    <message>
        <source>The card {0} belongs to “{1}”.</source>
        <translation>Die Karte {0} gehört zu „{1}“.</translation>
    </message>
    <message>
        <source>The card {0} {1}.</source>
        <translation>Karte {0}: {1}.</translation>
    </message>
    <message>
        <source>The checkpoint could not be written to “{0}” ({1}).</source>
        <translation>Der Stand konnte nicht nach „{0}“ geschrieben werden ({1}).</translation>
    </message>
    <message>
        <source>The checkpoint in “{0}” belongs to another run than the spec.</source>
        <translation>Der gespeicherte Stand in „{0}“ gehört zu einem anderen Lauf als die Beschreibung.</translation>
    </message>
    <message>
        <source>The checkpoint of the run in “{0}” is gone.</source>
        <translation>Der gespeicherte Stand des Laufs in „{0}“ ist weg.</translation>
    </message>
    <message>
        <source>The checkpoint “{0}” is damaged.</source>
        <translation>Der gespeicherte Stand „{0}“ ist beschädigt.</translation>
    </message>
    <message>
        <source>The folder of photographs, “{0}”, is none.</source>
        <translation>Der Ordner der Fotos, „{0}“, ist keiner.</translation>
    </message>
    <message>
        <source>The folder of trimaps, “{0}”, is none.</source>
        <translation>Der Ordner der Trimaps, „{0}“, ist keiner.</translation>
    </message>
    <message>
        <source>The folder “{0}” ({1}) holds no foregrounds with an alpha.</source>
        <translation>Der Ordner „{0}“ ({1}) enthält keine Vordergründe mit Alpha.</translation>
    </message>
    <message>
        <source>The folder “{0}” has nothing for “{1}”.</source>
        <translation>Der Ordner „{0}“ hat nichts für „{1}“.</translation>
    </message>
    <message>
        <source>The folder “{0}” holds no photographs.</source>
        <translation>Der Ordner „{0}“ enthält keine Fotos.</translation>
    </message>
    <message>
        <source>The folder “{0}” holds no pictures.</source>
        <translation>Der Ordner „{0}“ enthält keine Bilder.</translation>
    </message>
    <message>
        <source>The graphics card has too little free memory for this matte.</source>
        <translation>Die Grafikkarte hat zu wenig freien Speicher für diese Matte.</translation>
    </message>
    <message>
        <source>The installed program trains in one process.</source>
        <translation>Das installierte Programm trainiert in einem Prozess.</translation>
    </message>
    <message>
        <source>The list of runs that wait, “{0}”, cannot be written.</source>
        <translation>Die Liste der wartenden Läufe, „{0}“, kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The mask “{0}” is {1} pixels, the image is {2}.</source>
        <translation>Die Maske „{0}“ hat {1} Bildpunkte, das Bild {2}.</translation>
    </message>
    <message>
        <source>The measurement cannot be started ({0}).</source>
        <translation>Die Messung kann nicht begonnen werden ({0}).</translation>
    </message>
    <message>
        <source>The measurement ended without an answer (code {0}).</source>
        <translation>Die Messung endete ohne Antwort (Code {0}).</translation>
    </message>
    <message>
        <source>The network for proposals is damaged: {0} is not what its card says.</source>
        <translation>Das Netz für Vorschläge ist beschädigt: {0} ist nicht, was seine Karte sagt.</translation>
    </message>
    <message>
        <source>The network for proposals is not whole: {0} cannot be read.</source>
        <translation>Das Netz für Vorschläge ist nicht vollständig: {0} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The orders of this batch are damaged.</source>
        <translation>Die Angaben dieses Stapels sind beschädigt.</translation>
    </message>
    <message>
        <source>The photograph “{0}” was not found.</source>
        <translation>Das Foto „{0}“ wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The photograph&apos;s colour profile does not say what light its numbers mean.</source>
        <translation>Das Farbprofil des Fotos sagt nicht, welches Licht seine Zahlen bedeuten.</translation>
    </message>
    <message>
        <source>The photographs have no trimaps.</source>
        <translation>Die Fotos haben keine Trimaps.</translation>
    </message>
    <message>
        <source>The record “{0}” cannot be read ({1}).</source>
        <translation>Das Protokoll „{0}“ kann nicht gelesen werden ({1}).</translation>
    </message>
    <message>
        <source>The run cannot be written to “{0}” ({1}).</source>
        <translation>Der Lauf kann nicht nach „{0}“ geschrieben werden ({1}).</translation>
    </message>
    <message>
        <source>The run in “{0}” is under way already.</source>
        <translation>Der Lauf in „{0}“ ist schon im Gang.</translation>
    </message>
    <message>
        <source>The run in “{0}” trains “{1}”, the spec “{2}”.</source>
        <translation>Der Lauf in „{0}“ trainiert „{1}“, die Beschreibung „{2}“.</translation>
    </message>
    <message>
        <source>The run “{0}” has no weights yet.</source>
        <translation>Der Lauf „{0}“ hat noch keine Gewichte.</translation>
    </message>
    <message>
        <source>The run “{0}” has told nothing yet.</source>
        <translation>Der Lauf „{0}“ hat noch nichts gemeldet.</translation>
    </message>
    <message>
        <source>The run&apos;s process ended with an error: {0}</source>
        <translation>Der Prozess des Laufs endete mit einem Fehler: {0}</translation>
    </message>
    <message>
        <source>The run&apos;s process was ended, or memory ran out.</source>
        <translation>Der Prozess des Laufs wurde beendet, oder der Speicher ging aus.</translation>
    </message>
    <message>
        <source>The run&apos;s weights are those in use as “{0}”.</source>
        <translation>Die Gewichte des Laufs sind schon als „{0}“ in Gebrauch.</translation>
    </message>
    <message>
        <source>The spec has unknown fields: {0}.</source>
        <translation>Die Vorschrift hat unbekannte Felder: {0}.</translation>
    </message>
    <message>
        <source>The spec is not JSON: {0}.</source>
        <translation>Die Vorschrift ist kein JSON: {0}.</translation>
    </message>
    <message>
        <source>The spec is not a JSON object.</source>
        <translation>Die Vorschrift ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The spec names no network.</source>
        <translation>Die Vorschrift nennt kein Netz.</translation>
    </message>
    <message>
        <source>The spec “{0}” cannot be read.</source>
        <translation>Die Vorschrift „{0}“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The strokes of this project cannot be made again.</source>
        <translation>Die Striche dieses Projekts lassen sich nicht noch einmal ziehen.</translation>
    </message>
    <message>
        <source>The subject fills this picture, so no background can be proposed.</source>
        <translation>Das Motiv füllt dieses Bild, deshalb kann kein Hintergrund vorgeschlagen werden.</translation>
    </message>
    <message>
        <source>The term “batch” compares the pictures of a piece with each other, and there is one only.</source>
        <translation>Der Term „batch“ vergleicht die Bilder eines Stücks miteinander, und es ist nur eines.</translation>
    </message>
    <message>
        <source>The term “fsp” compares each stage with the next one, and there is one only.</source>
        <translation>Der Term „fsp“ vergleicht jede Stufe mit der nächsten, und es ist nur eine.</translation>
    </message>
    <message>
        <source>The trimap has no {0}.</source>
        <translation>Die Trimap hat keinen {0}.</translation>
    </message>
    <message>
        <source>The trimap holds values other than 0, 128 and 255, such as {0}, at {1} {2}.</source>
        <translation>Die Trimap hat andere Werte als 0, 128 und 255, etwa {0}, an {1} Stellen.</translation>
    </message>
    <message>
        <source>The trimap in this record is another than it says.</source>
        <translation>Die Trimap in diesem Protokoll ist eine andere, als es sagt.</translation>
    </message>
    <message>
        <source>The trimap in this record is damaged.</source>
        <translation>Die Trimap in diesem Protokoll ist beschädigt.</translation>
    </message>
    <message>
        <source>The trimap is in colour.</source>
        <translation>Die Trimap ist farbig.</translation>
    </message>
    <message>
        <source>The trimap “{0}” is {1} pixels, the image is {2}.</source>
        <translation>Die Trimap „{0}“ hat {1} Bildpunkte, das Bild {2}.</translation>
    </message>
    <message>
        <source>The true alpha “{0}” has another size than its picture.</source>
        <translation>Das wahre Alpha „{0}“ hat eine andere Größe als sein Bild.</translation>
    </message>
    <message>
        <source>The weights could not be written to {0} ({1}).</source>
        <translation>Die Gewichte ließen sich nicht nach {0} schreiben ({1}).</translation>
    </message>
    <message>
        <source>The weights in use could not be kept in {0} ({1}).</source>
        <translation>Die benutzten Gewichte ließen sich nicht in {0} aufheben ({1}).</translation>
    </message>
    <message>
        <source>The weights of the run “{0}” are damaged.</source>
        <translation>Die Gewichte des Laufs „{0}“ sind beschädigt.</translation>
    </message>
    <message>
        <source>The weights of the run “{0}” hold numbers that are none, or infinite.</source>
        <translation>Die Gewichte des Laufs „{0}“ enthalten Zahlen, die keine oder unendlich sind.</translation>
    </message>
    <message>
        <source>The weights {0} cannot be read ({1}).</source>
        <translation>Die Gewichte {0} lassen sich nicht lesen ({1}).</translation>
    </message>
    <message>
        <source>The weights {0} have no readable card.</source>
        <translation>Die Gewichte {0} haben keine lesbare Karte.</translation>
    </message>
    <message>
        <source>The weights “{0}” are damaged: {1} is not what its card says.</source>
        <translation>Die Gewichte „{0}“ sind beschädigt: {1} ist nicht, was die Karte sagt.</translation>
    </message>
    <message>
        <source>The weights “{0}” cannot be read: {1} is no safetensors file.</source>
        <translation>Die Gewichte „{0}“ lassen sich nicht lesen: {1} ist keine Safetensors-Datei.</translation>
    </message>
    <message>
        <source>The weights “{0}” cannot be used: {1} holds numbers that are none, or infinite.</source>
        <translation>Die Gewichte „{0}“ können nicht benutzt werden: {1} enthält Zahlen, die keine oder unendlich sind.</translation>
    </message>
    <message>
        <source>The weights “{0}” to start from cannot be read.</source>
        <translation>Die Gewichte „{0}“, mit denen begonnen werden soll, sind nicht zu lesen.</translation>
    </message>
    <message>
        <source>The {0} file was not kept: read back, {1}.</source>
        <translation>Die {0}-Datei wurde nicht behalten: zurückgelesen, {1}.</translation>
    </message>
    <message>
        <source>There are no published checkpoints of {0} to import.</source>
        <translation>Von {0} gibt es keine veröffentlichten Checkpoints.</translation>
    </message>
    <message>
        <source>There are no weights called “{0}”.</source>
        <translation>Gewichte namens „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is an NVIDIA GPU, but this PyTorch is without CUDA.</source>
        <translation>Es gibt eine NVIDIA-GPU, aber dieses PyTorch hat kein CUDA.</translation>
    </message>
    <message>
        <source>There is no distillation term “{0}”.</source>
        <translation>Einen Destillationsterm „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no file “{0}” any more.</source>
        <translation>Die Datei „{0}“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no file “{0}”.</source>
        <translation>Die Datei „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no folder “{0}”.</source>
        <translation>Den Ordner „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no network called “{0}”.</source>
        <translation>Ein Netz namens „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no photograph in “{0}”.</source>
        <translation>In „{0}“ ist kein Foto.</translation>
    </message>
    <message>
        <source>There is no teacher to compare with.</source>
        <translation>Es gibt keinen Lehrer zum Vergleichen.</translation>
    </message>
    <message>
        <source>There is no trimap for “{0}”.</source>
        <translation>Für „{0}“ gibt es keine Trimap.</translation>
    </message>
    <message>
        <source>There is no {0} “{1}”.</source>
        <translation>{0} „{1}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is nothing unknown to propose within the lasso.</source>
        <translation>Im Lasso ist nichts unbekannt, was vorgeschlagen werden könnte.</translation>
    </message>
    <message>
        <source>There is too little free memory for this matte.</source>
        <translation>Für diese Matte ist zu wenig Speicher frei.</translation>
    </message>
    <message>
        <source>These weights do not belong to {0} ({1}).</source>
        <translation>Diese Gewichte gehören nicht zu {0} ({1}).</translation>
    </message>
    <message>
        <source>They are kept from the moment at which others are promoted.</source>
        <translation>Sie werden aufgehoben, sobald andere übernommen werden.</translation>
    </message>
    <message>
        <source>This machine has no device “{0}” that can be used.</source>
        <translation>Dieser Rechner hat kein nutzbares Gerät „{0}“.</translation>
    </message>
    <message>
        <source>This matte needs about {0} of memory, and {1} are free.</source>
        <translation>Diese Matte braucht etwa {0} Speicher, und {1} sind frei.</translation>
    </message>
    <message>
        <source>This record carries no trimap.</source>
        <translation>Dieses Protokoll enthält keine Trimap.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Train longer, or say --force to take the run&apos;s weights all the same.</source>
        <translation>Trainieren Sie länger oder sagen Sie --force, um die Gewichte trotzdem zu nehmen.</translation>
    </message>
    <message>
        <source>Two results would be called “{0}” ({1}, {2}).</source>
        <translation>Zwei Ergebnisse hießen „{0}“ ({1}, {2}).</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Use it at a larger size, or remove it.</source>
        <translation>In größerer Auflösung verwenden oder entfernen.</translation>
    </message>
    <message>
        <source>Use letters, and in braces only {0}.</source>
        <translation>Nehmen Sie Buchstaben und in geschweiften Klammern nur {0}.</translation>
    </message>
    <message>
        <source>Use letters, digits, points, hyphens and underscores.</source>
        <translation>Nehmen Sie Buchstaben, Ziffern, Punkte, Binde- und Unterstriche.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or choose another folder for the results.</source>
        <translation>Warten Sie, bis er geendet hat, oder wählen Sie einen anderen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Warten Sie, bis er zu Ende ist.</translation>
    </message>
    <message>
        <source>Wait until it has saved its weights.</source>
        <translation>Warten Sie, bis er seine Gewichte gespeichert hat.</translation>
    </message>
    <message>
        <source>Wait until it has saved some.</source>
        <translation>Warten Sie, bis er welche gespeichert hat.</translation>
    </message>
    <message>
        <source>Wait until that has ended, then try again.</source>
        <translation>Warten Sie, bis das beendet ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Was misslungen ist</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was fertig ist</translation>
    </message>
    <message>
        <source>What is left of the work on “{0}” is damaged.</source>
        <translation>Was von der Arbeit an „{0}“ übrig ist, ist beschädigt.</translation>
    </message>
    <message>
        <source>What it had learnt up to step {0} is kept: let it go on from there.</source>
        <translation>Was er bis Schritt {0} gelernt hatte, ist erhalten: Lassen Sie ihn von dort weitermachen.</translation>
    </message>
    <message>
        <source>Where it was made, save only its numbers, torch.save(module.state_dict(), FILE), and import that file.</source>
        <translation>Speichern Sie dort, wo es entstand, nur die Zahlen, torch.save(module.state_dict(), FILE), und importieren Sie diese Datei.</translation>
    </message>
    <message>
        <source>With a band of {0} pixels the mask leaves no certain {1}.</source>
        <translation>Mit einem Band von {0} Bildpunkten lässt die Maske keinen sicheren {1}.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>its disk is read-only</source>
        <translation>auf dem Laufwerk darf nur gelesen werden</translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation>den Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>its folder may not be written to</source>
        <translation>in den Ordner darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>das Laufwerk ist voll</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>Ihr Anteil am Laufwerk ist aufgebraucht</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>{0} lässt sich nicht lesen ({1}).</translation>
    </message>
    <message>
        <source>{0} does not hold colours as “{1}”.</source>
        <translation>{0} fasst keine Farben als „{1}“.</translation>
    </message>
    <message>
        <source>{0} does not hold {1}.</source>
        <translation>{0} fasst nicht {1}.</translation>
    </message>
    <message>
        <source>{0} files need a library that is not installed.</source>
        <translation>{0}-Dateien brauchen eine Bibliothek, die nicht installiert ist.</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} h {1} min</translation>
    </message>
    <message>
        <source>{0} holds at most {1} pixels a side, and this has {2}.</source>
        <translation>{0} fasst höchstens {1} Pixel je Seite, und dies hat {2}.</translation>
    </message>
    <message>
        <source>{0} holds more than numbers (a whole module, or other objects), and unpickling those could run any code.</source>
        <translation>{0} enthält mehr als Zahlen (ein ganzes Modul oder andere Objekte); beim Auspacken könnte fremder Code laufen.</translation>
    </message>
    <message>
        <source>{0} holds no weights by name.</source>
        <translation>{0} enthält keine benannten Gewichte.</translation>
    </message>
    <message>
        <source>{0} is no checkpoint, or an incomplete one.</source>
        <translation>{0} ist kein oder kein vollständiger Checkpoint.</translation>
    </message>
    <message>
        <source>{0} megapixels</source>
        <translation>{0} Megapixel</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} pictures</source>
        <translation>{0} Bilder</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>“average” is {0}.</source>
        <translation>„average“ ist {0}.</translation>
    </message>
    <message>
        <source>“gossamer-cli data check {0}” says what is in it, and what is missing.</source>
        <translation>„gossamer-cli data check {0}“ sagt, was darin ist und was fehlt.</translation>
    </message>
    <message>
        <source>“ofd” compares features before their ReLU, and the stage “{0}” has none such.</source>
        <translation>„ofd“ vergleicht Merkmale vor ihrer ReLU, und die Stufe „{0}“ hat keine solchen.</translation>
    </message>
    <message>
        <source>“stages” is empty.</source>
        <translation>„stages“ ist leer.</translation>
    </message>
    <message>
        <source>“width” is {0}.</source>
        <translation>„width“ ist {0}.</translation>
    </message>
    <message>
        <source>“{0}” already holds a run.</source>
        <translation>„{0}“ enthält schon einen Lauf.</translation>
    </message>
    <message>
        <source>“{0}” and its alpha differ in size: {1} pixels.</source>
        <translation>„{0}“ und ihr Alpha sind verschieden groß: {1} Bildpunkte.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” take different inputs ({2} and {3}).</source>
        <translation>„{0}“ und „{1}“ nehmen verschiedene Eingaben ({2} und {3}).</translation>
    </message>
    <message>
        <source>“{0}” cannot be opened ({1}).</source>
        <translation>„{0}“ lässt sich nicht öffnen ({1}).</translation>
    </message>
    <message>
        <source>“{0}” cannot be read as a picture.</source>
        <translation>„{0}“ lässt sich nicht als Bild lesen.</translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of weights.</source>
        <translation>„{0}“ kann kein Name von Gewichten sein.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written ({1}).</source>
        <translation>„{0}“ lässt sich nicht schreiben ({1}).</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: no format of that ending holds {1}.</source>
        <translation>„{0}“ kann nicht geschrieben werden: Kein Format dieser Endung fasst {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: only PNG files can.</source>
        <translation>„{0}“ lässt sich nicht schreiben: nur PNG-Dateien.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: {1}.</source>
        <translation>„{0}“ lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>“{0}” does not fit into memory.</source>
        <translation>„{0}“ passt nicht in den Speicher.</translation>
    </message>
    <message>
        <source>“{0}” has a strange refinement: {1}.</source>
        <translation>„{0}“ hat eine seltsame Verfeinerung: {1}.</translation>
    </message>
    <message>
        <source>“{0}” has a strange value for {1}.</source>
        <translation>„{0}“ hat einen seltsamen Wert für {1}.</translation>
    </message>
    <message>
        <source>“{0}” has neither 8 nor 16 bits per channel.</source>
        <translation>„{0}“ hat weder 8 noch 16 Bit je Kanal.</translation>
    </message>
    <message>
        <source>“{0}” has no alpha channel.</source>
        <translation>„{0}“ hat keinen Alphakanal.</translation>
    </message>
    <message>
        <source>“{0}” has several pages: the first one is taken.</source>
        <translation>„{0}“ hat mehrere Seiten: Die erste wird genommen.</translation>
    </message>
    <message>
        <source>“{0}” has {1} bits in each channel: 8 of them are read.</source>
        <translation>„{0}“ hat {1} Bit je Kanal: 8 davon werden gelesen.</translation>
    </message>
    <message>
        <source>“{0}” has {1} × {2} pixels, more than {3} megapixels.</source>
        <translation>„{0}“ hat {1} × {2} Bildpunkte, mehr als {3} Megapixel.</translation>
    </message>
    <message>
        <source>“{0}” has {1} × {2} pixels, the project {3} × {4}: those are other proportions.</source>
        <translation>„{0}“ hat {1} × {2} Pixel, das Projekt {3} × {4}: Das sind andere Proportionen.</translation>
    </message>
    <message>
        <source>“{0}” holds no run to go on with.</source>
        <translation>„{0}“ enthält keinen Lauf, der fortgesetzt werden kann.</translation>
    </message>
    <message>
        <source>“{0}” holds no run.</source>
        <translation>„{0}“ enthält keinen Lauf.</translation>
    </message>
    <message>
        <source>“{0}” holds several pictures: the main one is taken.</source>
        <translation>„{0}“ enthält mehrere Bilder: Das Hauptbild wird genommen.</translation>
    </message>
    <message>
        <source>“{0}” is a HEIC file, and the library that reads those is not installed.</source>
        <translation>„{0}“ ist eine HEIC-Datei, und die Bibliothek, die solche liest, ist nicht installiert.</translation>
    </message>
    <message>
        <source>“{0}” is a camera raw file, and the library that reads those is not installed.</source>
        <translation>„{0}“ ist eine Raw-Datei einer Kamera, und die Bibliothek, die solche liest, ist nicht installiert.</translation>
    </message>
    <message>
        <source>“{0}” is a folder.</source>
        <translation>„{0}“ ist ein Ordner.</translation>
    </message>
    <message>
        <source>“{0}” is an AVIF file, and the Pillow that is installed does not read those.</source>
        <translation>„{0}“ ist eine AVIF-Datei, und das installierte Pillow liest solche nicht.</translation>
    </message>
    <message>
        <source>“{0}” is animated: its first frame is taken.</source>
        <translation>„{0}“ ist animiert: Das erste Einzelbild wird genommen.</translation>
    </message>
    <message>
        <source>“{0}” is damaged or cut off ({1}).</source>
        <translation>„{0}“ ist beschädigt oder abgeschnitten ({1}).</translation>
    </message>
    <message>
        <source>“{0}” is damaged, or no project of Gossamer&apos;s ({1}).</source>
        <translation>„{0}“ ist beschädigt oder kein Projekt von Gossamer ({1}).</translation>
    </message>
    <message>
        <source>“{0}” is empty.</source>
        <translation>„{0}“ ist leer.</translation>
    </message>
    <message>
        <source>“{0}” is in colour and opaque, so it is no alpha matte.</source>
        <translation>„{0}“ ist farbig und deckend, also keine Alphamatte.</translation>
    </message>
    <message>
        <source>“{0}” is no JSON.</source>
        <translation>„{0}“ ist kein JSON.</translation>
    </message>
    <message>
        <source>“{0}” is no export record.</source>
        <translation>„{0}“ ist kein Exportprotokoll.</translation>
    </message>
    <message>
        <source>“{0}” is no pattern for names ({1}).</source>
        <translation>„{0}“ ist kein Muster für Namen ({1}).</translation>
    </message>
    <message>
        <source>“{0}” is no pattern for names of pictures.</source>
        <translation>„{0}“ ist kein Muster für Namen von Bildern.</translation>
    </message>
    <message>
        <source>“{0}” is no pattern for names.</source>
        <translation>„{0}“ ist kein Muster für Namen.</translation>
    </message>
    <message>
        <source>“{0}” is no project of Gossamer&apos;s.</source>
        <translation>„{0}“ ist kein Projekt von Gossamer.</translation>
    </message>
    <message>
        <source>“{0}” is no training run: it holds no {1}.</source>
        <translation>„{0}“ ist kein Lauf: {1} fehlt darin.</translation>
    </message>
    <message>
        <source>“{0}” is not a picture that can be read.</source>
        <translation>„{0}“ ist kein lesbares Bild.</translation>
    </message>
    <message>
        <source>“{0}” is one of the inputs and would be overwritten.</source>
        <translation>„{0}“ ist eine der Eingaben und würde überschrieben.</translation>
    </message>
    <message>
        <source>“{0}” is there already.</source>
        <translation>„{0}“ ist schon da.</translation>
    </message>
    <message>
        <source>“{0}” is {1}, and the run trained {2}.</source>
        <translation>„{0}“ ist {1}, der Lauf aber galt {2}.</translation>
    </message>
    <message>
        <source>“{0}” is {1}.</source>
        <translation>„{0}“ ist {1}.</translation>
    </message>
    <message>
        <source>“{0}” lacks {1}.</source>
        <translation>In „{0}“ fehlt {1}.</translation>
    </message>
    <message>
        <source>“{0}” may not be read.</source>
        <translation>„{0}“ darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“{0}” names wide colours without a profile: they are taken as sRGB.</source>
        <translation>„{0}“ nennt einen großen Farbraum ohne Profil: Die Farben werden als sRGB genommen.</translation>
    </message>
    <message>
        <source>“{0}” names “{1}” twice.</source>
        <translation>„{0}“ nennt „{1}“ zweimal.</translation>
    </message>
    <message>
        <source>“{0}” needs {1} GB of memory, and {2} GB are free.</source>
        <translation>„{0}“ braucht {1} GB Speicher, und {2} GB sind frei.</translation>
    </message>
    <message>
        <source>“{0}” stores its pixels in a way that is not read.</source>
        <translation>„{0}“ speichert seine Bildpunkte auf eine Art, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>“{0}” tells of no batch that this version knows.</source>
        <translation>„{0}“ erzählt von keinem Stapel, den diese Version kennt.</translation>
    </message>
    <message>
        <source>“{0}” was written by a newer version of Gossamer.</source>
        <translation>„{0}“ wurde von einer neueren Version von Gossamer geschrieben.</translation>
    </message>
    <message>
        <source>foreground</source>
        <translation>Vordergrund</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>foreground and no background</source>
        <translation>Vordergrund und keinen Hintergrund</translation>
    </message>
    <message>
        <source>foreground and of background</source>
        <translation>Vorder- und Hintergrund</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>trimap</source>
        <translation>Trimap</translation>
    </message>
    <message>
        <source>white</source>
        <translation>weiß</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>an alpha</source>
        <translation>ein Alpha</translation>
    </message>
    <message>
        <source>a cut-out</source>
        <translation>einen Freisteller</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>8 bits or 16 bits</source>
        <translation>8 Bit oder 16 Bit</translation>
    </message>
    <message>
        <source>its depth is another</source>
        <translation>ihre Tiefe ist eine andere</translation>
    </message>
    <message>
        <source>its size is another</source>
        <translation>ihre Größe ist eine andere</translation>
    </message>
    <message>
        <source>its colours are stored in another way</source>
        <translation>ihre Farben sind anders gespeichert</translation>
    </message>
    <message>
        <source>the check set</source>
        <translation>dem Prüfsatz</translation>
    </message>
    <message>
        <source>your own mattes</source>
        <translation>Ihren eigenen Matten</translation>
    </message>
    <message>
        <source>its colour profile is lost</source>
        <translation>ihr Farbprofil ging verloren</translation>
    </message>
    <message>
        <source>its resolution is lost</source>
        <translation>ihre Auflösung ging verloren</translation>
    </message>
    <message>
        <source>its record is lost</source>
        <translation>ihr Protokoll ging verloren</translation>
    </message>
</context>
<context>
    <name>Estimates</name>
    <message>
        <source>About {0}, {1}</source>
        <translation>Etwa {0}, {1}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} GB</source>
        <translation>{0} GB</translation>
    </message>
</context>
<context>
    <name>EstimatesDesk</name>
    <message>
        <source>About {0} left</source>
        <translation>Noch etwa {0}</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>Puts a small file beside each export that says what the matte was made of:
“gossamer-cli redo” makes the same alpha of it again.</source>
        <translation>Legt neben jeden Export eine kleine Datei, die sagt, woraus die Maske gemacht wurde:
„gossamer-cli redo“ macht daraus noch einmal dasselbe Alpha.</translation>
    </message>
    <message>
        <source>Export the alpha</source>
        <translation>Alpha exportieren</translation>
    </message>
    <message>
        <source>Export the cut-out</source>
        <translation>Freisteller exportieren</translation>
    </message>
    <message>
        <source>{0} is written once the matte has settled.</source>
        <translation>{0} wird geschrieben, sobald die Maske zur Ruhe gekommen ist.</translation>
    </message>
    <message>
        <source>Press {0} to have it written as it is.</source>
        <translation>{0} schreibt sie, wie sie ist.</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>half float</source>
        <translation>halbe Gleitkommazahl</translation>
    </message>
    <message>
        <source>float</source>
        <translation>Gleitkommazahl</translation>
    </message>
    <message>
        <source>straight colours</source>
        <translation>unmultiplizierte Farben</translation>
    </message>
    <message>
        <source>premultiplied colours</source>
        <translation>vormultiplizierte Farben</translation>
    </message>
    <message>
        <source>a layer with a mask</source>
        <translation>eine Ebene mit Maske</translation>
    </message>
    <message>
        <source>alpha alone</source>
        <translation>nur Alpha</translation>
    </message>
    <message>
        <source>Read back by {0}: {1}, {2}, off by at most {3} of a step.</source>
        <translation>Zurückgelesen von {0}: {1}, {2}, höchstens {3} Stufen daneben.</translation>
    </message>
    <message>
        <source>The camera&apos;s notes (EXIF) are not in it.</source>
        <translation>Die Angaben der Kamera (EXIF) sind nicht darin.</translation>
    </message>
    <message>
        <source>The cut-out is on the clipboard.</source>
        <translation>Der Freisteller ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>8 bit, straight colours.</source>
        <translation>8 Bit, unmultiplizierte Farben.</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Format of exported files</source>
        <translation>Format exportierter Dateien</translation>
    </message>
    <message>
        <source>How colours are stored</source>
        <translation>Wie Farben gespeichert werden</translation>
    </message>
    <message>
        <source>Alpha…</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Cut-out…</source>
        <translation>Freisteller</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>Halb</translation>
    </message>
    <message>
        <source>Floating point of 16 bits</source>
        <translation>Gleitkomma mit 16 Bit</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Floating point of 32 bits</source>
        <translation>Gleitkomma mit 32 Bit</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Unmultipliziert</translation>
    </message>
    <message>
        <source>The foreground&apos;s own colours; alpha stands beside them</source>
        <translation>Die eigenen Farben des Vordergrunds; Alpha steht daneben</translation>
    </message>
    <message>
        <source>Premultiplied</source>
        <translation>Vormultipliziert</translation>
    </message>
    <message>
        <source>Colours times alpha, over black: what compositing programs expect</source>
        <translation>Farben mal Alpha, über Schwarz: was Compositing-Programme erwarten</translation>
    </message>
    <message>
        <source>Layer with a mask</source>
        <translation>Ebene mit Maske</translation>
    </message>
    <message>
        <source>The foreground&apos;s own colours in a layer, and alpha as its mask</source>
        <translation>Die eigenen Farben des Vordergrunds in einer Ebene, und Alpha als ihre Maske</translation>
    </message>
    <message>
        <source>{0} has no place for the camera&apos;s notes (EXIF).</source>
        <translation>{0} hat keinen Platz für die Angaben der Kamera (EXIF).</translation>
    </message>
    <message>
        <source>{0} bits in each channel</source>
        <translation>{0} Bit je Kanal</translation>
    </message>
</context>
<context>
    <name>FilesDesk</name>
    <message>
        <source>There is no picture to paste.</source>
        <translation>Es gibt kein Bild zum Einfügen.</translation>
    </message>
    <message>
        <source>Copy a picture, or the file of one, and paste again.</source>
        <translation>Kopieren Sie ein Bild oder die Datei eines Bildes und fügen Sie es dann ein.</translation>
    </message>
    <message>
        <source>pasted.png</source>
        <translation>eingefuegt.png</translation>
    </message>
    <message>
        <source>Import trimap</source>
        <translation>Trimap importieren</translation>
    </message>
    <message>
        <source>Export the trimap</source>
        <translation>Trimap exportieren</translation>
    </message>
    <message>
        <source>Saved {0}, of a matte that is older than the trimap.</source>
        <translation>{0} gespeichert, aus einer Matte, die älter als die Trimap ist.</translation>
    </message>
    <message>
        <source>Press {0} for a new matte, and export again.</source>
        <translation>Drücken Sie {0} für eine neue Matte und exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>{0} gespeichert</translation>
    </message>
</context>
<context>
    <name>FillTool</name>
    <message>
        <source>Any colour</source>
        <translation>Jede Farbe</translation>
    </message>
    <message>
        <source>Tolerance {0}</source>
        <translation>Toleranz {0}</translation>
    </message>
</context>
<context>
    <name>FoldTitle</name>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Ten seconds of this very run, in a process of its own; nothing of it is kept</source>
        <translation>Zehn Sekunden genau dieses Laufs in einem eigenen Prozess; davon bleibt nichts</translation>
    </message>
    <message>
        <source>Progress of the measuring</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>What it takes is not measured yet.</source>
        <translation>Der Aufwand ist noch nicht gemessen.</translation>
    </message>
    <message>
        <source>{0}, on the card {1}</source>
        <translation>{0}, auf der Grafikkarte {1}</translation>
    </message>
    <message>
        <source>About {0} for {1} steps. Memory {2}, disk {3} MB.</source>
        <translation>Etwa {0} für {1} Schritte. Arbeitsspeicher {2}, Laufwerk {3} MB.</translation>
    </message>
</context>
<context>
    <name>FormerBar</name>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Frühere</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>In use: {0}</source>
        <translation>In Gebrauch: {0}</translation>
    </message>
    <message>
        <source>Run “{0}”</source>
        <translation>Lauf „{0}“</translation>
    </message>
    <message>
        <source>The ones that come with the program</source>
        <translation>Die mit dem Programm gelieferten</translation>
    </message>
    <message>
        <source>in use until {0}</source>
        <translation>in Gebrauch bis {0}</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>At the left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>At the right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Cut-out</source>
        <translation>Freisteller</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>GuideDesk</name>
    <message>
        <source>The guide is not there.</source>
        <translation>Die Anleitung ist nicht da.</translation>
    </message>
    <message>
        <source>It should be in {0}: install Gossamer again.</source>
        <translation>Sie gehört nach {0}: Gossamer bitte neu installieren.</translation>
    </message>
</context>
<context>
    <name>GuideReader</name>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Checkerboard</source>
        <translation>Schachbrett</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>A colour: click again to choose it</source>
        <translation>Eine Farbe: noch einmal klicken, um sie zu wählen</translation>
    </message>
    <message>
        <source>A picture: click again to choose it</source>
        <translation>Ein Bild: noch einmal klicken, um es zu wählen</translation>
    </message>
    <message>
        <source>Ground: {0}</source>
        <translation>Grund: {0}</translation>
    </message>
    <message>
        <source>{0} ({1}: next ground)</source>
        <translation>{0} ({1}: nächster Grund)</translation>
    </message>
</context>
<context>
    <name>HiddenDesk</name>
    <message>
        <source>“{0}” is still learning.</source>
        <translation>„{0}“ lernt noch.</translation>
    </message>
    <message>
        <source>Press {0} to watch it.</source>
        <translation>{0} zeigt ihn.</translation>
    </message>
</context>
<context>
    <name>HistogramDesk</name>
    <message>
        <source>Alpha histogram</source>
        <translation>Alpha-Histogramm</translation>
    </message>
</context>
<context>
    <name>KeepingDesk</name>
    <message>
        <source>Saved {0}</source>
        <translation>{0} gespeichert</translation>
    </message>
    <message>
        <source>The model of this project, {0}, is not installed.</source>
        <translation>Das Modell dieses Projekts, {0}, ist nicht installiert.</translation>
    </message>
    <message>
        <source>Another one makes the next matte.</source>
        <translation>Die nächste Matte macht ein anderes.</translation>
    </message>
    <message>
        <source>Strokes of another version</source>
        <translation>Striche einer anderen Fassung</translation>
    </message>
    <message>
        <source>Refinement of another version</source>
        <translation>Verfeinerung einer anderen Fassung</translation>
    </message>
    <message>
        <source>Cleaned colours of another version</source>
        <translation>Gereinigte Farben einer anderen Fassung</translation>
    </message>
    <message>
        <source>The edge is shifted by {0} pixels, which is less than before.</source>
        <translation>Die Kante ist um {0} Pixel verschoben, das ist weniger als zuvor.</translation>
    </message>
    <message>
        <source>Edges of so large a picture cannot be shifted by more.</source>
        <translation>Weiter lassen sich Kanten eines so großen Bildes nicht verschieben.</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press a key…</source>
        <translation>Taste drücken …</translation>
    </message>
    <message>
        <source>Click and press another key; Backspace takes it away.</source>
        <translation>Klicken und eine andere Taste drücken; die Rücktaste nimmt sie weg.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys and gestures</source>
        <translation>Tasten und Gesten</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>Matte</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Trimap</source>
        <translation>Trimap</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <source>Leave the canvas</source>
        <translation>Leinwand verlassen</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Find an action or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>Alle zurücksetzen …</translation>
    </message>
    <message>
        <source>Key of {0}</source>
        <translation>Taste für {0}</translation>
    </message>
    <message>
        <source>Second key of {0}</source>
        <translation>Zweite Taste für {0}</translation>
    </message>
    <message>
        <source>Back to the first keys of {0}</source>
        <translation>Zurück zu den ersten Tasten für {0}</translation>
    </message>
    <message>
        <source>{0} is the key of “{1}”.</source>
        <translation>{0} gehört schon zu „{1}“.</translation>
    </message>
    <message>
        <source>Give it to “{0}”</source>
        <translation>An „{0}“ vergeben</translation>
    </message>
    <message>
        <source>“{0}” has lost its key.</source>
        <translation>„{0}“ hat jetzt keine Taste mehr.</translation>
    </message>
    <message>
        <source>The first keys of “{0}” are now those of {1}.</source>
        <translation>Die ersten Tasten für „{0}“ gehören jetzt zu {1}.</translation>
    </message>
    <message>
        <source>Take them back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>All keys go back to those that the program came with.</source>
        <translation>Alle Tasten werden wie bei der Auslieferung.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Press the key for “{0}”; Esc leaves it as it is.</source>
        <translation>Drücken Sie die Taste für „{0}“; Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Click a key and press another. Backspace takes a key away.</source>
        <translation>Eine Taste anklicken und eine andere drücken. Die Rücktaste nimmt sie weg.</translation>
    </message>
</context>
<context>
    <name>LayerSheet</name>
    <message>
        <source>Layers that are compared</source>
        <translation>Verglichene Schichten</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Progress of the likeness</source>
        <translation>Fortschritt der Ähnlichkeit</translation>
    </message>
    <message>
        <source>The published ones</source>
        <translation>Die veröffentlichten</translation>
    </message>
    <message>
        <source>The networks are being drawn up…</source>
        <translation>Die Netze werden gezeichnet …</translation>
    </message>
    <message>
        <source>Linear CKA on the open photograph is being worked out…</source>
        <translation>Die lineare CKA auf dem offenen Foto wird berechnet …</translation>
    </message>
    <message>
        <source>Open a photograph and mark what is foreground and background in it: then you see here how alike teacher and student find it, stage by stage and place by place.</source>
        <translation>Ein Foto öffnen und Vorder- und Hintergrund darin markieren: Dann ist hier zu sehen, wie ähnlich Lehrer und Schüler es finden, Stufe für Stufe und Ort für Ort.</translation>
    </message>
    <message>
        <source>Alike to the ring</source>
        <translation>Dem Ring ähnlich</translation>
    </message>
    <message>
        <source>Channels alike</source>
        <translation>Ähnliche Kanäle</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Compared at {0}. Press a stage to take it or leave it.</source>
        <translation>Verglichen bei {0}. Ein Klick auf eine Stufe nimmt sie dazu oder lässt sie weg.</translation>
    </message>
    <message>
        <source>Nothing is compared: press a stage to take it.</source>
        <translation>Nichts wird verglichen: Ein Klick auf eine Stufe nimmt sie dazu.</translation>
    </message>
    <message>
        <source> The student has not learnt yet: it is as drawn.</source>
        <translation> Der Schüler hat noch nichts gelernt: Er ist, wie der Zufall ihn gezogen hat.</translation>
    </message>
    <message>
        <source>Linear CKA on the open photograph: 1 is the same idea of it, 0 none.</source>
        <translation>Lineare CKA auf dem offenen Foto: 1 ist dieselbe Vorstellung davon, 0 keine.</translation>
    </message>
</context>
<context>
    <name>LayersBox</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Pick them on the networks…</source>
        <translation>An den Netzen auswählen …</translation>
    </message>
    <message>
        <source>Compared at</source>
        <translation>Verglichen bei</translation>
    </message>
    <message>
        <source>With these terms and weights no layers are compared.</source>
        <translation>Mit diesen Termen und Gewichten werden keine Schichten verglichen.</translation>
    </message>
    <message>
        <source>Without a teacher there is nothing to compare.</source>
        <translation>Ohne Lehrer gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>as published: {0}</source>
        <translation>wie veröffentlicht: {0}</translation>
    </message>
    <message>
        <source>picked: {0}</source>
        <translation>ausgewählt: {0}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>no difference known yet</source>
        <translation>noch kein Unterschied bekannt</translation>
    </message>
    <message>
        <source>difference: mean {0}, largest {1}</source>
        <translation>Unterschied: Mittel {0}, größter {1}</translation>
    </message>
</context>
<context>
    <name>LicenceReader</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>This package brings along, each with the text of its licence:</source>
        <translation>Dieses Paket bringt mit, jeweils mit dem Text der Lizenz:</translation>
    </message>
    <message>
        <source>Back to all licences</source>
        <translation>Zurück zu allen Lizenzen</translation>
    </message>
</context>
<context>
    <name>LineKeys</name>
    <message>
        <source>Show or hide “{0}”</source>
        <translation>„{0}“ zeigen oder ausblenden</translation>
    </message>
</context>
<context>
    <name>Lineup</name>
    <message>
        <source>Present alpha</source>
        <translation>Jetziges Alpha</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Wahres Alpha</translation>
    </message>
    <message>
        <source>no matte yet</source>
        <translation>noch keine Matte</translation>
    </message>
    <message>
        <source>older than the trimap</source>
        <translation>älter als die Trimap</translation>
    </message>
    <message>
        <source>computing {0} %; {1} cancels</source>
        <translation>rechnet, {0} %; {1} bricht ab</translation>
    </message>
    <message>
        <source>given up: choose it again</source>
        <translation>abgebrochen: noch einmal wählen</translation>
    </message>
    <message>
        <source>paint both sides first</source>
        <translation>erst beide Seiten malen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>refined</source>
        <translation>verfeinert</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} M parameters</source>
        <translation>{0} Mio. Parameter</translation>
    </message>
</context>
<context>
    <name>LiveDesk</name>
    <message>
        <source>loading the model…</source>
        <translation>das Modell wird geladen …</translation>
    </message>
    <message>
        <source>settling {0} %; {1} stops</source>
        <translation>wird fertig: {0} %; {1} hält an</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>The matte follows while you paint.</source>
        <translation>Die Matte folgt, während Sie malen.</translation>
    </message>
    <message>
        <source>This model cannot follow while you paint. Press {0}, or choose another.</source>
        <translation>Dieses Modell kann beim Malen nicht folgen. Drücken Sie {0} oder wählen Sie ein anderes.</translation>
    </message>
</context>
<context>
    <name>Loupe</name>
    <message>
        <source>foreground</source>
        <translation>Vordergrund</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>x {0}, y {1}</source>
        <translation>x {0}, y {1}</translation>
    </message>
    <message>
        <source>RGB {0} {1} {2}</source>
        <translation>RGB {0} {1} {2}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>MachineBox</name>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Unit of the length</source>
        <translation>Einheit der Dauer</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>A batch is taken in so many pieces, one after the other, for less memory</source>
        <translation>Ein Stapel wird in so vielen Stücken nacheinander genommen, um Arbeitsspeicher zu sparen</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The highest learning rate; it falls to nothing at the end</source>
        <translation>Die höchste Lernrate; bis zum Ende fällt sie auf null</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Of the processor, for learning, in each process</source>
        <translation>Des Prozessors, zum Lernen, in jedem Prozess</translation>
    </message>
    <message>
        <source>Loaders</source>
        <translation>Lader</translation>
    </message>
    <message>
        <source>Processes that compose pictures ahead; without any, learning waits for them</source>
        <translation>Prozesse, die Bilder im Voraus zusammensetzen; ohne sie wartet das Lernen darauf</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Share each batch: one for each graphics card, or for groups of threads</source>
        <translation>Teilen sich jeden Stapel: einer je Grafikkarte oder für Gruppen von Threads</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} Schritte</translation>
    </message>
    <message>
        <source>{0} crops of {1} px</source>
        <translation>{0} Ausschnitte von {1} px</translation>
    </message>
    <message>
        <source>{0} processes</source>
        <translation>{0} Prozesse</translation>
    </message>
</context>
<context>
    <name>MannersDesk</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Held over the canvas</source>
        <translation>Über der Leinwand gehalten</translation>
    </message>
    <message>
        <source>Further</source>
        <translation>Weitere</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Likeness of the stages (linear CKA)</source>
        <translation>Ähnlichkeit der Stufen (lineare CKA)</translation>
    </message>
    <message>
        <source>teacher {0}, student {1}: {2}</source>
        <translation>Lehrer {0}, Schüler {1}: {2}</translation>
    </message>
</context>
<context>
    <name>MattePanel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>Matte</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>None installed</source>
        <translation>Keines installiert</translation>
    </message>
</context>
<context>
    <name>MattesDesk</name>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>{0} is matting; {1} cancels</source>
        <translation>{0} stellt frei; {1} bricht ab</translation>
    </message>
    <message>
        <source>{0} is matting, {1} %; {2} cancels</source>
        <translation>{0} stellt frei, {1} %; {2} bricht ab</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>The trimap changed while the matte was made, so it was dropped.</source>
        <translation>Die Trimap hat sich geändert, während die Matte entstand; sie wurde verworfen.</translation>
    </message>
    <message>
        <source>Press {0} to make one for the trimap as it is now.</source>
        <translation>Drücken Sie {0} für eine Matte zur jetzigen Trimap.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Older than the trimap: press {0}</source>
        <translation>Älter als die Trimap: {0} drücken</translation>
    </message>
    <message>
        <source>It would be another now: press {0}</source>
        <translation>Sie fiele jetzt anders aus: {0} drücken</translation>
    </message>
</context>
<context>
    <name>MeasuringBox</name>
    <message>
        <source>Measure again</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>Makes a few small mattes; the window can be used meanwhile</source>
        <translation>Rechnet einige kleine Matten; das Fenster bleibt dabei benutzbar</translation>
    </message>
    <message>
        <source>Progress of the measuring</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Measured just now.</source>
        <translation>Soeben gemessen.</translation>
    </message>
    <message>
        <source>Given up: what was known before still holds.</source>
        <translation>Abgebrochen: was vorher bekannt war, gilt weiter.</translation>
    </message>
    <message>
        <source>Measuring {0}…</source>
        <translation>Misst {0} …</translation>
    </message>
    <message>
        <source>{0} was not measured yet on this device.</source>
        <translation>{0} wurde auf diesem Gerät noch nicht gemessen.</translation>
    </message>
    <message>
        <source>{0}: about {1} and {2} for {3} megapixels of which {4} % are unknown.</source>
        <translation>{0}: etwa {1} und {2} für {3} Megapixel, von denen {4} % unbekannt sind.</translation>
    </message>
</context>
<context>
    <name>MeasuringDesk</name>
    <message>
        <source>Ground truth</source>
        <translation>Wahres Alpha</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>&amp;Trimap</source>
        <translation>&amp;Trimap</translation>
    </message>
    <message>
        <source>&amp;Matte</source>
        <translation>&amp;Matte</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>None installed</source>
        <translation>Keines installiert</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is not enough memory for that.</source>
        <translation>Dafür reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Close other programs, or take a smaller picture.</source>
        <translation>Schließen Sie andere Programme oder nehmen Sie ein kleineres Bild.</translation>
    </message>
    <message>
        <source>Something went wrong that should not: {0}</source>
        <translation>Etwas ging schief, das nicht schiefgehen sollte: {0}</translation>
    </message>
    <message>
        <source>Your picture is untouched. Details are in {0}</source>
        <translation>Ihr Bild ist unberührt. Genaueres steht in {0}</translation>
    </message>
    <message>
        <source>Gossamer ended in a crash the last time.</source>
        <translation>Gossamer endete das letzte Mal mit einem Absturz.</translation>
    </message>
    <message>
        <source>“About Gossamer” in the Help menu copies what helps to find out why.</source>
        <translation>„Über Gossamer“ im Menü „Hilfe“ kopiert, was herauszufinden hilft, warum.</translation>
    </message>
</context>
<context>
    <name>MethodBox</name>
    <message>
        <source>my own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>Row of the paper</source>
        <translation>Zeile der Veröffentlichung</translation>
    </message>
    <message>
        <source>w1: the teacher&apos;s share</source>
        <translation>w1: Anteil des Lehrers</translation>
    </message>
    <message>
        <source>Share of the teacher&apos;s alphas in what is aimed at</source>
        <translation>Anteil der Alphas des Lehrers an dem, was angestrebt wird</translation>
    </message>
    <message>
        <source>w2: weight of the terms</source>
        <translation>w2: Gewicht der Terme</translation>
    </message>
    <message>
        <source>Weight of all that compares features</source>
        <translation>Gewicht von allem, was Merkmale vergleicht</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>Wie veröffentlicht</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Terme</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>ohne Lehrer</translation>
    </message>
    <message>
        <source>no terms</source>
        <translation>keine Terme</translation>
    </message>
    <message>
        <source>Without a teacher nothing of this counts.</source>
        <translation>Ohne Lehrer zählt hiervon nichts.</translation>
    </message>
    <message>
        <source>Loss = w1 · distance to the teacher&apos;s alpha + (1 − w1) · distance to the true alpha + w2 · sum of the terms over the layers.</source>
        <translation>Verlust = w1 · Abstand zum Alpha des Lehrers + (1 − w1) · Abstand zum wahren Alpha + w2 · Summe der Terme über die Schichten.</translation>
    </message>
</context>
<context>
    <name>NetworkDrawing</name>
    <message>
        <source>Stages of teacher and student</source>
        <translation>Stufen von Lehrer und Schüler</translation>
    </message>
    <message>
        <source>{0}: {1} channels, one place for {2} × {2} pixels</source>
        <translation>{0}: {1} Kanäle, ein Ort für {2} × {2} Bildpunkte</translation>
    </message>
    <message>
        <source>The other one has no such stage.</source>
        <translation>Das andere Netz hat keine solche Stufe.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Later: it is offered again at the next start</source>
        <translation>Später: Beim nächsten Start wird es wieder angeboten</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>{0} was not saved when Gossamer ended.</source>
        <translation>{0} war nicht gespeichert, als Gossamer endete.</translation>
    </message>
    <message>
        <source>1 change, made at {0}.</source>
        <translation>1 Änderung vom {0}.</translation>
    </message>
    <message>
        <source>{0} changes, the last one made at {1}.</source>
        <translation>{0} Änderungen, die letzte vom {1}.</translation>
    </message>
    <message>
        <source>What came after that is damaged.</source>
        <translation>Was danach kam, ist beschädigt.</translation>
    </message>
    <message>
        <source>Others left behind: {0}.</source>
        <translation>Weitere davon: {0}.</translation>
    </message>
    <message>
        <source>Damaged, and kept where they are: {0}.</source>
        <translation>Beschädigt, und aufgehoben, wo sie sind: {0}.</translation>
    </message>
</context>
<context>
    <name>PagedDialog</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>PaintingDesk</name>
    <message>
        <source>Enter or a double click fills, Backspace takes a corner back, Esc drops.</source>
        <translation>Enter oder Doppelklick füllt, die Rücktaste nimmt eine Ecke zurück, Esc verwirft.</translation>
    </message>
    <message>
        <source>The matte follows what you paint: {0} shows it, {1} the cut-out.</source>
        <translation>Die Matte folgt dem, was Sie malen: {0} zeigt sie, {1} den Freisteller.</translation>
    </message>
    <message>
        <source>Press {0} to make the matte.</source>
        <translation>{0} macht die Matte.</translation>
    </message>
    <message>
        <source>Make everything unknown</source>
        <translation>Alles auf unbekannt setzen</translation>
    </message>
</context>
<context>
    <name>PairBox</name>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Times as wide as it is named: a quarter costs a sixteenth of the work</source>
        <translation>Faktor der Breite: Ein Viertel kostet ein Sechzehntel der Arbeit</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>{0}, no teacher</source>
        <translation>{0}, kein Lehrer</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Nothing: its weights are drawn by chance</source>
        <translation>Nichts: Seine Gewichte zieht der Zufall</translation>
    </message>
    <message>
        <source>None: it learns from the alphas alone</source>
        <translation>Keiner: Er lernt nur aus den Alphas</translation>
    </message>
    <message>
        <source>It can learn from what is larger than itself: {0}.</source>
        <translation>Er kann von dem lernen, was größer ist als er: {0}.</translation>
    </message>
    <message>
        <source>No weights in the library are of a larger network than this one. It learns from the alphas alone, or, made narrower, from its wide self.</source>
        <translation>Die Bibliothek enthält keine Gewichte eines größeren Netzes als dieses. Er lernt nur aus den Alphas oder, schmaler gemacht, von sich selbst in voller Breite.</translation>
    </message>
    <message>
        <source>“{0}” has no weights here yet: train it as a student first.</source>
        <translation>„{0}“ hat hier noch keine Gewichte: zuerst wie einen Schüler trainieren.</translation>
    </message>
    <message>
        <source>“{0}” has no weights here yet: train it as a student, or bring its own with “gossamer-cli import-weights FILE --as {1}”.</source>
        <translation>„{0}“ hat hier noch keine Gewichte: wie einen Schüler trainieren oder mit „gossamer-cli import-weights DATEI --as {1}“ eigene holen.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Trimap</source>
        <translation>Trimap</translation>
    </message>
    <message>
        <source>Band and files</source>
        <translation>Band und Dateien</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>Matte</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation>Schätzungen</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Memory of undo</source>
        <translation>Speicher für Rückgängig</translation>
    </message>
    <message>
        <source>In use: {0}</source>
        <translation>In Gebrauch: {0}</translation>
    </message>
</context>
<context>
    <name>PictureController</name>
    <message>
        <source>Opening {0}</source>
        <translation>{0} wird geöffnet</translation>
    </message>
    <message>
        <source>Pasting</source>
        <translation>Füge ein</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>{0} wird gelesen</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>{0} wird geschrieben</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Ten minutes
to see it learn</source>
        <translation>Zehn Minuten,
um es zu sehen</translation>
    </message>
    <message>
        <source>A student of a quarter of the width learns from its wide self</source>
        <translation>Ein Schüler von einem Viertel der Breite lernt von sich selbst in voller Breite</translation>
    </message>
    <message>
        <source>Overnight
to make it better</source>
        <translation>Über Nacht,
um besser zu werden</translation>
    </message>
    <message>
        <source>Eight hours at full width, from the weights that are there</source>
        <translation>Acht Stunden in voller Breite, von den vorhandenen Gewichten aus</translation>
    </message>
    <message>
        <source>Paper
as published</source>
        <translation>Paper,
wie veröffentlicht</translation>
    </message>
    <message>
        <source>Spatial and channel similarity on the DIM pair, 30 epochs of Composition-1k: days on a processor, hours on a graphics card</source>
        <translation>Räumliche und Kanal-Ähnlichkeit am DIM-Paar, 30 Epochen von Composition-1k: Tage auf einem Prozessor, Stunden auf einer Grafikkarte</translation>
    </message>
</context>
<context>
    <name>PreviewsPanel</name>
    <message>
        <source>Previews come with the first validation.</source>
        <translation>Vorschauen kommen mit der ersten Prüfung.</translation>
    </message>
    <message>
        <source>Step of the preview</source>
        <translation>Schritt der Vorschau</translation>
    </message>
    <message>
        <source>The picture before</source>
        <translation>Das vorige Bild</translation>
    </message>
    <message>
        <source>The next picture</source>
        <translation>Das nächste Bild</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Cut-out</source>
        <translation>Freisteller</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Opening {0}</source>
        <translation>{0} wird geöffnet</translation>
    </message>
    <message>
        <source>Restoring {0}</source>
        <translation>{0} wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Saving {0}</source>
        <translation>{0} wird gespeichert</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>The strokes were made again for a picture of {0} × {1} pixels.</source>
        <translation>Die Striche wurden für ein Bild von {0} × {1} Pixeln noch einmal gezogen.</translation>
    </message>
    <message>
        <source>The project was made on {0} × {1}; its file is as it was.</source>
        <translation>Das Projekt entstand auf {0} × {1}; seine Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>{0} was changed since this was painted.</source>
        <translation>{0} wurde verändert, seit das gemalt wurde.</translation>
    </message>
    <message>
        <source>{0} is not the file that this project was made on.</source>
        <translation>{0} ist nicht die Datei, auf der dieses Projekt entstanden ist.</translation>
    </message>
    <message>
        <source>Look whether what is painted still lies where it should.</source>
        <translation>Sehen Sie nach, ob das Gemalte noch liegt, wo es soll.</translation>
    </message>
</context>
<context>
    <name>Promotion</name>
    <message>
        <source>New: {0}.</source>
        <translation>Neu: {0}.</translation>
    </message>
    <message>
        <source>In use: {0}.</source>
        <translation>In Gebrauch: {0}.</translation>
    </message>
    <message>
        <source>run “{0}”</source>
        <translation>Lauf „{0}“</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} Schritte</translation>
    </message>
    <message>
        <source>narrow</source>
        <translation>schmal</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>breit</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
</context>
<context>
    <name>PromotionSheet</name>
    <message>
        <source>Promote “{0}”</source>
        <translation>„{0}“ übernehmen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>Kurzer Blick</translation>
    </message>
    <message>
        <source>Measure all</source>
        <translation>Alle messen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Both sides matte the check set, and those of your own mattes that no run learns from, if you keep any. A quick look gives a first idea; all of them decide. Nothing is replaced before you say so, and what is replaced is kept.</source>
        <translation>Beide Seiten stellen den Prüfsatz frei und, wenn Sie eigene Matten aufheben, die, aus denen kein Lauf lernt. Ein kurzer Blick gibt einen ersten Eindruck; alle zusammen entscheiden. Ersetzt wird nichts, bevor Sie es sagen, und Ersetztes wird aufgehoben.</translation>
    </message>
    <message>
        <source>All of them take about {0} more.</source>
        <translation>Alle zusammen dauern noch etwa {0}.</translation>
    </message>
    <message>
        <source>Quick look ({0})</source>
        <translation>Kurzer Blick ({0})</translation>
    </message>
    <message>
        <source>Measure all ({0})</source>
        <translation>Alle messen ({0})</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>noch etwa {0}</translation>
    </message>
    <message>
        <source>“{0}” mattes with the weights of this run now.</source>
        <translation>„{0}“ stellt jetzt mit den Gewichten dieses Laufs frei.</translation>
    </message>
    <message>
        <source>Cancelled. What was measured is kept until the sheet closes.</source>
        <translation>Abgebrochen. Gemessenes bleibt, bis das Fenster geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>ProposalWidth</name>
    <message>
        <source>How wide a proposal leaves the unknown band:
1 is what the picture asks for, more is for hair and fur</source>
        <translation>Wie breit ein Vorschlag das unbekannte Band lässt:
1 ist, was das Bild verlangt; mehr ist für Haare und Fell</translation>
    </message>
    <message>
        <source>Width of the proposed band</source>
        <translation>Breite des vorgeschlagenen Bandes</translation>
    </message>
    <message>
        <source>× {0}</source>
        <translation>× {0}</translation>
    </message>
</context>
<context>
    <name>ProposalsDesk</name>
    <message>
        <source>Propose a trimap</source>
        <translation>Trimap vorschlagen</translation>
    </message>
    <message>
        <source>Propose inside a lasso</source>
        <translation>In einem Lasso vorschlagen</translation>
    </message>
    <message>
        <source>Nothing is unknown, so there is nothing to propose.</source>
        <translation>Nichts ist unbekannt, also gibt es nichts vorzuschlagen.</translation>
    </message>
    <message>
        <source>Erase with {0} what shall be proposed anew.</source>
        <translation>Radieren Sie mit {0} aus, was neu vorgeschlagen werden soll.</translation>
    </message>
    <message>
        <source>Draw a line around what you want to be proposed. Esc calls it off.</source>
        <translation>Umfahren Sie, was vorgeschlagen werden soll. Esc bricht ab.</translation>
    </message>
    <message>
        <source>proposing a trimap; {0} cancels</source>
        <translation>schlägt eine Trimap vor; {0} bricht ab</translation>
    </message>
</context>
<context>
    <name>QueueBox</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Held: {0}</source>
        <translation>Zurückgehalten: {0}</translation>
    </message>
    <message>
        <source>Waiting for their turn: {0}</source>
        <translation>Warten, bis sie dran sind: {0}</translation>
    </message>
    <message>
        <source>Put {0} first</source>
        <translation>{0} als Nächstes</translation>
    </message>
    <message>
        <source>Take {0} out</source>
        <translation>{0} herausnehmen</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>Rendered cut-outs of Gossamer</source>
        <translation>Gerenderte Freisteller von Gossamer</translation>
    </message>
    <message>
        <source>Rendered on this machine</source>
        <translation>Auf diesem Rechner gerendert</translation>
    </message>
    <message>
        <source>Composition-1k: in “Training_set”, folders that each hold “fg” and “alpha”</source>
        <translation>Composition-1k: in „Training_set“ Ordner, die je „fg“ und „alpha“ enthalten</translation>
    </message>
    <message>
        <source>alphamatting.com: photographs and their true alphas, in two folders</source>
        <translation>alphamatting.com: Fotos und ihre wahren Alphas, in zwei Ordnern</translation>
    </message>
    <message>
        <source>Pairs: colours ({0}) and alphas ({1}) of the same names, in two folders</source>
        <translation>Paare: Farben ({0}) und Alphas ({1}) gleichen Namens, in zwei Ordnern</translation>
    </message>
    <message>
        <source>PNG, WebP or TIFF files with an alpha channel</source>
        <translation>PNG-, WebP- oder TIFF-Dateien mit einem Alphakanal</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>RecipePanel</name>
    <message>
        <source>Watch the open photograph while it learns</source>
        <translation>Das offene Foto beim Lernen verfolgen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Student and teacher</source>
        <translation>Schüler und Lehrer</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Length and machine</source>
        <translation>Dauer und Rechner</translation>
    </message>
    <message>
        <source>Teach a student</source>
        <translation>Einen Schüler unterrichten</translation>
    </message>
    <message>
        <source>Mend what is said above, then it can be measured and started.</source>
        <translation>Wenn behoben ist, was oben steht, kann gemessen und begonnen werden.</translation>
    </message>
    <message>
        <source>Teacher: {0}</source>
        <translation>Lehrer: {0}</translation>
    </message>
    <message>
        <source>Student: {0}</source>
        <translation>Schüler: {0}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Unsaved work of an earlier start cannot be read: it is damaged.</source>
        <translation>Ungesicherte Arbeit eines früheren Starts lässt sich nicht lesen: Sie ist beschädigt.</translation>
    </message>
    <message>
        <source>Unsaved work of {0} earlier starts cannot be read: it is damaged.</source>
        <translation>Ungesicherte Arbeit von {0} früheren Starts lässt sich nicht lesen: Sie ist beschädigt.</translation>
    </message>
    <message>
        <source>It stays in {0}, and the photograph is as it was. Delete that folder to hear of it no more.</source>
        <translation>Sie bleibt in {0}, und das Foto ist, wie es war. Löschen Sie diesen Ordner, um nichts mehr davon zu hören.</translation>
    </message>
</context>
<context>
    <name>RefinePanel</name>
    <message>
        <source>Clean colours</source>
        <translation>Farben reinigen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Kante</translation>
    </message>
    <message>
        <source>Moves edges inwards or outwards, by tenths of a pixel</source>
        <translation>Schiebt Kanten nach innen oder außen, um Zehntel eines Pixels</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>What is no denser becomes clear</source>
        <translation>Was nicht dichter ist, wird klar</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>What is no clearer becomes dense</source>
        <translation>Was nicht klarer ist, wird dicht</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Makes half-clear pixels denser or clearer</source>
        <translation>Macht halbklare Pixel dichter oder klarer</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Makes every pixel either clear or dense; off at the left end</source>
        <translation>Macht jedes Pixel entweder klar oder dicht; am linken Ende aus</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of the background&apos;s colour the brush takes out</source>
        <translation>Wie viel von der Farbe des Hintergrunds der Pinsel herausnimmt</translation>
    </message>
    <message>
        <source>Background left in soft pixels: –</source>
        <translation>Hintergrund in weichen Pixeln: –</translation>
    </message>
    <message>
        <source>Background left in soft pixels: {0} %</source>
        <translation>Hintergrund in weichen Pixeln: {0} %</translation>
    </message>
    <message>
        <source>The share of the background&apos;s colour in those of pixels that are neither clear nor dense,
once the cut-out was looked at. 0 is clean.</source>
        <translation>Der Anteil der Hintergrundfarbe an Pixeln, die weder klar noch dicht sind,
sobald der Freisteller angesehen wurde. 0 ist sauber.</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>RefiningDesk</name>
    <message>
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <source>Reset refining</source>
        <translation>Verfeinern zurücksetzen</translation>
    </message>
    <message>
        <source>Clean colours</source>
        <translation>Farben reinigen</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A key that is held stands alone, without Ctrl, Alt or Shift.</source>
        <translation>Eine gehaltene Taste steht allein, ohne Strg, Alt oder Umschalt.</translation>
    </message>
    <message>
        <source>Tab leads from one control to the next; only a held key can be Tab.</source>
        <translation>Tab führt von einem Bedienelement zum nächsten; nur eine gehaltene Taste kann Tab sein.</translation>
    </message>
    <message>
        <source>{0} presses buttons. Take it together with Ctrl or Alt.</source>
        <translation>{0} drückt Knöpfe. Nehmen Sie sie zusammen mit Strg oder Alt.</translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message>
        <source>The run “{0}” is still under way.</source>
        <translation>Der Lauf „{0}“ ist noch im Gang.</translation>
    </message>
    <message>
        <source>Stop it, then delete it.</source>
        <translation>Halten Sie ihn an, dann löschen Sie ihn.</translation>
    </message>
    <message>
        <source>The run “{0}” cannot be deleted ({1}).</source>
        <translation>Der Lauf „{0}“ lässt sich nicht löschen ({1}).</translation>
    </message>
    <message>
        <source>Its folder must be writable, and nothing in it may be open.</source>
        <translation>Sein Ordner muss beschreibbar und darf nirgends geöffnet sein.</translation>
    </message>
</context>
<context>
    <name>RenderingBox</name>
    <message>
        <source>Pictures of each kind</source>
        <translation>Bilder jeder Art</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Progress of the rendering</source>
        <translation>Fortschritt des Renderns</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>of each kind</source>
        <translation>von jeder Art</translation>
    </message>
    <message>
        <source>Fur, hair, feathers, lace and more, with their exact alpha.</source>
        <translation>Fell, Haar, Federn, Spitze und mehr, mit genauem Alpha.</translation>
    </message>
    <message>
        <source>It stops after the picture that is under way.</source>
        <translation>Nach dem Bild, das gerade entsteht, ist Schluss.</translation>
    </message>
    <message>
        <source>Each picture takes from seconds to minutes.</source>
        <translation>Jedes Bild braucht Sekunden bis Minuten.</translation>
    </message>
    <message>
        <source>All are rendered.</source>
        <translation>Alle sind gerendert.</translation>
    </message>
    <message>
        <source>{0} could not be rendered; the others are there.</source>
        <translation>{0} konnten nicht gerendert werden; die anderen sind da.</translation>
    </message>
</context>
<context>
    <name>RoomSwitch</name>
    <message>
        <source>Matte</source>
        <translation>Matte</translation>
    </message>
    <message>
        <source>Distil</source>
        <translation>Destillieren</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <source>The spec cannot be read</source>
        <translation>Die Beschreibung ist nicht zu lesen</translation>
    </message>
    <message>
        <source>no teacher</source>
        <translation>ohne Lehrer</translation>
    </message>
    <message>
        <source>its alpha only</source>
        <translation>nur sein Alpha</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} Schritte</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>Saving and ending…</source>
        <translation>Speichert und endet …</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Ended unexpectedly</source>
        <translation>Unerwartet beendet</translation>
    </message>
    <message>
        <source>Cannot go on</source>
        <translation>Kann nicht weiter</translation>
    </message>
    <message>
        <source>step {0} of {1}</source>
        <translation>Schritt {0} von {1}</translation>
    </message>
    <message>
        <source>step {0} · {1} of {2} min</source>
        <translation>Schritt {0} · {1} von {2} min</translation>
    </message>
    <message>
        <source>{0} steps/s</source>
        <translation>{0} Schritte/s</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>noch etwa {0}</translation>
    </message>
    <message>
        <source>{0} GB of memory</source>
        <translation>{0} GB Speicher</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} Tage</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} h {1} min</translation>
    </message>
    <message>
        <source>The computer slept for {0} at step {1}; the run went on where it was.</source>
        <translation>Der Rechner schlief {0} lang bei Schritt {1}; der Lauf ging weiter, wo er war.</translation>
    </message>
</context>
<context>
    <name>RunsList</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>No runs yet: what you start is listed here, and stays.</source>
        <translation>Noch keine Läufe: Was Sie starten, steht hier und bleibt.</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>Übernehmen…</translation>
    </message>
    <message>
        <source>Compare two</source>
        <translation>Zwei vergleichen</translation>
    </message>
    <message>
        <source>Choose two runs, the second with Ctrl held</source>
        <translation>Zwei Läufe wählen, den zweiten mit Strg</translation>
    </message>
    <message>
        <source>Show this run</source>
        <translation>Diesen Lauf zeigen</translation>
    </message>
    <message>
        <source>Take as the recipe</source>
        <translation>Als Rezept nehmen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Export the spec…</source>
        <translation>Beschreibung exportieren…</translation>
    </message>
    <message>
        <source>Add a run from elsewhere…</source>
        <translation>Lauf von anderswo hinzufügen…</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Astronaut</source>
        <translation>Astronautin</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Katze</translation>
    </message>
    <message>
        <source>Curls</source>
        <translation>Locken</translation>
    </message>
    <message>
        <source>Dandelion</source>
        <translation>Pusteblume</translation>
    </message>
</context>
<context>
    <name>ScoresPanel</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>SAD</source>
        <translation>SAD</translation>
    </message>
    <message>
        <source>Sum of absolute differences, in thousands</source>
        <translation>Summe der absoluten Abweichungen, in Tausend</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>Mean squared difference</source>
        <translation>Mittlere quadratische Abweichung</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Gradient error, in thousands</source>
        <translation>Gradientenfehler, in Tausend</translation>
    </message>
    <message>
        <source>Connectivity</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>Connectivity error, in thousands</source>
        <translation>Zusammenhangsfehler, in Tausend</translation>
    </message>
    <message>
        <source>{0}: unknown pixels only, 8-bit alpha</source>
        <translation>{0}: nur unbekannte Bildpunkte, Alpha mit 8 Bit</translation>
    </message>
    <message>
        <source>With the true alpha of this picture, mattes are measured.</source>
        <translation>Mit dem wahren Alpha dieses Bildes werden Matten gemessen.</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>Details…</source>
        <translation>Näheres …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Nothing in it can be learnt from: see the details.</source>
        <translation>Aus nichts darin lässt sich lernen: siehe Näheres.</translation>
    </message>
    <message>
        <source>{0} of {1} usable</source>
        <translation>{0} von {1} brauchbar</translation>
    </message>
    <message>
        <source>{0} remarks</source>
        <translation>{0} Anmerkungen</translation>
    </message>
    <message>
        <source>{0} files, checking: {1} %</source>
        <translation>{0} Dateien, Prüfung: {1} %</translation>
    </message>
    <message>
        <source>Looking into it…</source>
        <translation>Wird durchgesehen …</translation>
    </message>
    <message>
        <source>licence not known</source>
        <translation>Lizenz unbekannt</translation>
    </message>
</context>
<context>
    <name>SourcesBox</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Photographs…</source>
        <translation>Fotos …</translation>
    </message>
    <message>
        <source>A folder of photographs to put behind the cut-outs</source>
        <translation>Ein Ordner mit Fotos, die hinter die Freisteller kommen</translation>
    </message>
    <message>
        <source>Behind them: smooth colours, for no photographs are added</source>
        <translation>Dahinter: weiche Farben, denn es sind keine Fotos gewählt</translation>
    </message>
    <message>
        <source>A folder of cut-outs…</source>
        <translation>Ein Ordner mit Freistellern …</translation>
    </message>
    <message>
        <source>Composition-1k…</source>
        <translation>Composition-1k …</translation>
    </message>
    <message>
        <source>Render some here</source>
        <translation>Hier einige rendern</translation>
    </message>
    <message>
        <source>Blender&apos;s module is not set up: “gossamer-cli data render --setup” fetches it. Until then the program draws cut-outs itself.</source>
        <translation>Blenders Modul ist nicht eingerichtet: „gossamer-cli data render --setup“ holt es. Bis dahin zeichnet das Programm selbst Freisteller.</translation>
    </message>
    <message>
        <source>{0} cut-outs</source>
        <translation>{0} Freisteller</translation>
    </message>
    <message>
        <source>{0} % drawn</source>
        <translation>{0} % gezeichnet</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Behind them: {0}</source>
        <translation>Dahinter: {0}</translation>
    </message>
    <message>
        <source>A folder of cut-outs</source>
        <translation>Ein Ordner mit Freistellern</translation>
    </message>
    <message>
        <source>The folder of Composition-1k</source>
        <translation>Der Ordner von Composition-1k</translation>
    </message>
    <message>
        <source>There is no “Training_set” in it: choose the folder that was unpacked.</source>
        <translation>Darin ist kein „Training_set“: den entpackten Ordner wählen.</translation>
    </message>
    <message>
        <source>Photographs to put behind the cut-outs</source>
        <translation>Fotos, die hinter die Freisteller kommen</translation>
    </message>
</context>
<context>
    <name>SpecTable</name>
    <message>
        <source>The two specs</source>
        <translation>Die beiden Beschreibungen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Also what is the same</source>
        <translation>Auch, was gleich ist</translation>
    </message>
    <message>
        <source>The two specs are the same.</source>
        <translation>Die beiden Beschreibungen sind gleich.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>What mattes run on</source>
        <translation>Worauf Matten berechnet werden</translation>
    </message>
    <message>
        <source>Unknown {0} %</source>
        <translation>Unbekannt {0} %</translation>
    </message>
    <message>
        <source>Device: {0}</source>
        <translation>Gerät: {0}</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Left side</source>
        <translation>Linke Seite</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Rechte Seite</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>SAD {0} · MSE {1}</source>
        <translation>SAD {0} · MSE {1}</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>They were made with the weights of then, which they favour a little.</source>
        <translation>Sie wurden mit den damaligen Gewichten gemacht und begünstigen diese ein wenig.</translation>
    </message>
    <message>
        <source>Check set</source>
        <translation>Prüfsatz</translation>
    </message>
    <message>
        <source>Your own mattes, held out</source>
        <translation>Eigene Matten, zurückgehalten</translation>
    </message>
    <message>
        <source>{0} · measured on {1}</source>
        <translation>{0} · gemessen an {1}</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Connectivity</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Narrow trimaps</source>
        <translation>Schmale Trimaps</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittlere</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Which pictures of a batch are alike to the network</source>
        <translation>Welche Bilder eines Stapels dem Netz ähnlich sind</translation>
    </message>
    <message>
        <source>Which places of a picture are alike to the network</source>
        <translation>Welche Orte eines Bildes dem Netz ähnlich sind</translation>
    </message>
    <message>
        <source>Which of its channels answer to the same things</source>
        <translation>Welche seiner Kanäle auf dasselbe ansprechen</translation>
    </message>
    <message>
        <source>Where its features are strong: attention transfer</source>
        <translation>Wo seine Merkmale stark sind: Attention Transfer</translation>
    </message>
    <message>
        <source>How one stage flows into the next</source>
        <translation>Wie eine Stufe in die nächste fließt</translation>
    </message>
    <message>
        <source>The features themselves, before their ReLU</source>
        <translation>Die Merkmale selbst, vor ihrer ReLU</translation>
    </message>
    <message>
        <source>The teacher&apos;s alphas alone</source>
        <translation>Nur die Alphas des Lehrers</translation>
    </message>
</context>
<context>
    <name>TintBox</name>
    <message>
        <source>Colour of the foreground…</source>
        <translation>Farbe des Vordergrunds…</translation>
    </message>
    <message>
        <source>Colour of the background…</source>
        <translation>Farbe des Hintergrunds…</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
</context>
<context>
    <name>TintsDesk</name>
    <message>
        <source>Foreground</source>
        <translation>Vordergrund</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
</context>
<context>
    <name>TrimapPanel</name>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Brush size in pixels of the picture</source>
        <translation>Pinselgröße in Bildpunkten</translation>
    </message>
    <message>
        <source>Tolerance of the fill</source>
        <translation>Toleranz der Füllung</translation>
    </message>
    <message>
        <source>How far a fill may stray from the colour you click.
At the right end only strokes bound it, as they do with Shift.
Dragging sideways while you fill changes it.</source>
        <translation>Wie weit eine Füllung von der angeklickten Farbe abweichen darf.
Am rechten Ende begrenzen sie nur Striche, wie mit Umschalt.
Seitwärts ziehen beim Füllen ändert sie.</translation>
    </message>
    <message>
        <source>Strength of the tint</source>
        <translation>Stärke der Tönung</translation>
    </message>
    <message>
        <source>How strongly the trimap tints the picture</source>
        <translation>Wie stark die Trimap das Bild tönt</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Tint</source>
        <translation>Tönung</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>In a lasso</source>
        <translation>Im Lasso</translation>
    </message>
    <message>
        <source>Brush size ({0} and {1})</source>
        <translation>Pinselgröße ({0} und {1})</translation>
    </message>
    <message>
        <source>any</source>
        <translation>jede</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
</context>
<context>
    <name>VerdictBox</name>
    <message>
        <source>I have seen that these weights are worse, and want them all the same.</source>
        <translation>Ich habe gesehen, dass diese Gewichte schlechter sind, und will sie trotzdem.</translation>
    </message>
    <message>
        <source>The weights in use are the better ones.</source>
        <translation>Die Gewichte in Gebrauch sind die besseren.</translation>
    </message>
    <message>
        <source>Nothing is in use under this name yet.</source>
        <translation>Unter diesem Namen ist noch nichts in Gebrauch.</translation>
    </message>
    <message>
        <source>A quick look at {0} mattes, which decides nothing: measure all of them for that.</source>
        <translation>Ein kurzer Blick auf {0} Matten, der nichts entscheidet: Messen Sie dafür alle.</translation>
    </message>
    <message>
        <source>The run&apos;s weights are the better ones: SAD falls by {0} %.</source>
        <translation>Die Gewichte des Laufs sind die besseren: SAD sinkt um {0} %.</translation>
    </message>
    <message>
        <source>The run&apos;s weights are as good as those in use, within 1 %.</source>
        <translation>Die Gewichte des Laufs sind auf 1 % so gut wie die in Gebrauch.</translation>
    </message>
</context>
<context>
    <name>VersusSheet</name>
    <message>
        <source>“{0}” and “{1}”</source>
        <translation>„{0}“ und „{1}“</translation>
    </message>
    <message>
        <source>The two runs have no preview of the same picture.</source>
        <translation>Die beiden Läufe haben keine Vorschau desselben Bildes.</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>Picture {0}</source>
        <translation>Bild {0}</translation>
    </message>
</context>
<context>
    <name>ViewsDesk</name>
    <message>
        <source>There is no matte yet. Paint foreground and background: it follows.</source>
        <translation>Es gibt noch keine Matte. Malen Sie Vorder- und Hintergrund: sie folgt.</translation>
    </message>
    <message>
        <source>There is no matte yet. Paint foreground and background, then press {0}.</source>
        <translation>Es gibt noch keine Matte. Malen Sie Vorder- und Hintergrund, dann drücken Sie {0}.</translation>
    </message>
    <message>
        <source>The matte follows what you paint: {0} shows it, {1} the cut-out.</source>
        <translation>Die Matte folgt dem, was Sie malen: {0} zeigt sie, {1} den Freisteller.</translation>
    </message>
    <message>
        <source>Paint where you are sure: {0} foreground, {1} background. Or press {2} for a proposal.</source>
        <translation>Malen Sie, wo Sie sicher sind: {0} Vordergrund, {1} Hintergrund. Oder drücken Sie {2} für einen Vorschlag.</translation>
    </message>
    <message>
        <source>The first matte is being made…</source>
        <translation>Die erste Matte entsteht…</translation>
    </message>
    <message>
        <source>Press {0} to make the matte.</source>
        <translation>{0} macht die Matte.</translation>
    </message>
</context>
<context>
    <name>WatchPanel</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Choose what is to be learnt and start it, or choose a run.</source>
        <translation>Wählen Sie, was gelernt werden soll, und beginnen Sie, oder wählen Sie einen Lauf.</translation>
    </message>
</context>
<context>
    <name>Wipe</name>
    <message>
        <source>Two mattes under a wipe</source>
        <translation>Zwei Matten unter dem Schieber</translation>
    </message>
</context>
<context>
    <name>WorstDesk</name>
    <message>
        <source>Looking for where the two mattes disagree…</source>
        <translation>Gesucht wird, wo die zwei Matten abweichen …</translation>
    </message>
    <message>
        <source>The two mattes agree everywhere.</source>
        <translation>Die zwei Matten stimmen überall überein.</translation>
    </message>
    <message>
        <source>Place {0} of {1} where the two mattes differ most. {2}: the next.</source>
        <translation>Stelle {0} von {1}, an der die zwei Matten am meisten abweichen. {2}: die nächste.</translation>
    </message>
</context>
</TS>
