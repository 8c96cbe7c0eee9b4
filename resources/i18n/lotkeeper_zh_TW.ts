<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AppearanceSwitch</name>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CashPanel</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change handed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to hand out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} of {given} kept. Receipt {number}. Leave by {time}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChosenCar</name>
    <message>
        <source>Car in hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands at {lane}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no plate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosedPanel</name>
    <message>
        <source>Done  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash taken; payments: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected: float and cash taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ The shift is closed. {amount} are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ The shift is closed. {amount} are too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The shift is closed. The drawer is exact.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>As it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Close the shift  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count what lies in the drawer, float included: pieces of each kind, or the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces of {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what was counted first; 0 if the drawer is empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A car waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks since {time}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boom is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boom is moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boom is up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boom: not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command heard, boom not up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command heard; boom is not wired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commanded, no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driving through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened {time}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due. It may leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened {time}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened, but no crossing was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid, but the time to leave ran out at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid. Leave by {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read before as {plates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the plate …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready. No car here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the car to drive through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entered {time} {lane}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reversed away at the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loop}: car</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loop}: free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loop}: not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Read with {confidence}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>Back  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the lot  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the lot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera gives pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the desk  F10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year} {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>A car whose entry time is unknown is priced from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cars inside, as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cars taken in: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cars: {cars}; without an entry time: {unknown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered at: 14:05, or empty if unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry time, empty if unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate of a car that is inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in {count}  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {good} can be taken in; wrong lines: {wrong}; in the list already: {twice}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsidePage</name>
    <message>
        <source>Cars already inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lot is open. Write down who is inside, so that they can pay and leave; or go to the desk and do it later under Inside.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaneQuestion</name>
    <message>
        <source>At {lane} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside as {plate}, {entered}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate of the car at {lane}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaneTile</name>
    <message>
        <source>Enter: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▸ {lane}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanesColumn</name>
    <message>
        <source>No lane is wired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanesPage</name>
    <message>
        <source>Add an entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each lane has a camera, a barrier and two loops. Simulated ones need no wires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a picture, at most 12 seconds…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LotPage</name>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many cars fit in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {time} there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays as it is once the lot is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a city to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it called, how many cars fit in, and where is it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenPanel</name>
    <message>
        <source>Float in the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift is open on this drawer. Count the float and open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the shift  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the drawer's first shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the float as an amount, 0 if the drawer is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was closed last, at {time}, {amount} were counted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentsPanel</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last payments; Enter prints a copy of the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payment yet. Payments appear here as soon as one is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a copy  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>4 to 12 digits, not a row like 1234</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first person is administrator: may change everything and add the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free up to {minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {amount} in 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {minutes} minutes {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then {amount} for every {minutes} minutes begun</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceExamples</name>
    <message>
        <source>So a car pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PricePage</name>
    <message>
        <source>One sentence for now; it can be changed at any time, for cars that come afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has paid has {minutes} minutes to leave.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceSentence</name>
    <message>
        <source>At most {amount} in 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer stays: the first {minutes} minutes cost {amount},</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays of up to {free} minutes are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a highest price for 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then every further {minutes} minutes cost {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>It says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reason by its digit, then press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landlord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lotkeeper itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunningPanel</name>
    <message>
        <source>Count and close  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else's shift: closing it needs a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float at the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has had this drawer since {time}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShiftScreen</name>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignOnScreen</name>
    <message>
        <source>A digit chooses a name, then type the PIN. Esc goes back to the names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes at work: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign on  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {minutes} min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who signs on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StillView</name>
    <message>
        <source>No picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After paying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been written yet. Go back to change anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place and money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not wired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relay board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane}: camera {camera}, barrier {barrier}, loops {loops}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes to leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {spaces} spaces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalkRoundTable</name>
    <message>
        <source>Cars to take in; Delete removes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: priced from now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board's address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input: before boom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input: behind boom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input: boom down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input: boom up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network camera (RTSP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relay board (Modbus TCP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not wired</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>A car with this plate is inside already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in the program at this lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in the program. Lanes and records go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure of the rate plan cannot be used: {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key of the journal is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key of the journal was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lane needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo was not kept: the disk is too slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture could not be encoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shift is open on this drawer already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A task could not be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vehicle went through that belongs to no stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vehicle went through without a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wrong PIN was typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a letter of the family name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least one plate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of the journal cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of the journal is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of the journal was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another car is inside under {plate}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for {missing_minor} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask someone who may, to sign on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to its window; if there is none, wait a moment and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the right one, then open by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it; then print a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare both pictures, then correct the plate or open by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the picture and correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct its address in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct them in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct this line in the file and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it once more; if it comes again, tell the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drove in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drove out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: change handed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry time set by rule when the lot's records began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill both in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space soon: then cars can still leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate or loop fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each lane a name of its own; at most 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this user the right to write there, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this user the right to write to the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand out the change first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a new roll ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have it closed, then open your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Lotkeeper again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install that version, or restore a backup made before the upgrade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is not in the lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the barrier opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the receipt was printed; the payment stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens by itself when a space becomes free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was no longer worth doing and was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a copy of it and restore the last backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let in by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let in, but no crossing was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let out, but no crossing was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its address and inputs in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its inputs in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its power and cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the barrier and at its wiring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the barrier, then open by hand once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the boom before doing anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the devices in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the loop detector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the picture and at the boom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the printer, then print a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the printer; print a copy if nothing came out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the printer; then print a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the relay board's power and cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the car still stands there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the data folder is there and may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lotkeeper is already open with this data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup and have the disk looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make someone else administrator first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No car inside is like “{typed}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No car is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No car waits at the selected lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No car with this plate is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lane is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payment was taken yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plate could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price can be made for this stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rate plan is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record of its entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift is open on this drawer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such payment is on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such stay is on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody like that is on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid: {due_minor} due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due for this car.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was typed that can be in a plate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open by hand if a car waits; the log tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open by hand if the car still waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open by the switch at the barrier; the log tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened, but no crossing was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other (write a note)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid, and within the time to leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid, but the time to leave has run out: {due_minor} due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parking full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate corrected from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate corrected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate was misread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in a new roll; then print a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it aside and restore the last backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the maximum or lower the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number}: copy {copy} is being printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reversed away from the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reversed away from the exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: lotkeeper db upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as CSV with plate and entry time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a similar plate, correct it, or open by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for it and compare the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for the plate again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen at the lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock right, then settle it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle the clock or the rates, or open by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several stays have this plate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign on first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign on to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone is called {name} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something failed that should not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something happened: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space free, plate read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff or delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again; the log tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with --simulate, or wire real devices in lotkeeper.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the payment; the gate then opens by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in by hand when the records began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the driver the new amount and take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That PIN cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That PIN is one that everybody tries first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no name of a photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not one of the reasons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That name cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount given cannot be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is too small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The barrier did not take the command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The barrier does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The barrier heard the command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The barrier needs the address of its relay board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The barrier refused the command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The barrier's driver failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera has no stream of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera needs an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera refused user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera shows the same picture again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera's address cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera's capture ended; it is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera's file or stream is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera's picture buffer cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera's picture buffer is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera's picture buffer is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera's picture buffer is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera's pictures come late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera's stream ended; it is opened again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is right; there is nothing to settle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is settled; prices are made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock stands before the last record, so nothing can be priced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock stands before this car came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command came too late and was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration cannot be used: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The currency stays {currency}: payments were taken in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database gave an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is not one that this program made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database lacks tables that this version needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database may only be read, not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was written by a newer Lotkeeper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk gave an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: nothing can be recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry time cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry time is more than a year ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry time lies in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exit lies before the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a table of plates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file lotkeeper.db is not a database of Lotkeeper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate was asked to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal has a gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal's clock runs backwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lanes cannot be used as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has more than {most} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loops are silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loops do not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loops need an address and an input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loops' board refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loops' driver failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lot is not set up yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lot is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lot needs a name of at most {longest} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lot was set up before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lot's settings were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maximum is lower than a single step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new PIN holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new rates are published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of spaces must lie between 1 and {highest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The personal fields of an entry were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plate is not sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plate is {plate} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plate reader cannot keep up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plate reader does not answer; it is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plate reader does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plate reader is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plate reader was started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plate reader's model cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plate reader's model is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plate reader's model is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price has moved on from {shown_minor} to {due_minor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer refused the receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer's cover is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer's paper runs low.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while this was being done; what became of it is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program goes on; the log tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate plan has another currency ({plan}) than the lot ({lot}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate plan of this stay is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt could not be printed; the payment stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt was printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay board does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay board refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay board's driver failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shift is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shift on this drawer belongs to someone else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated lot does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated lot has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated lot refused that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store cannot keep up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time to leave must lie between 0 and 1440 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vehicle left the lane again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no car in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no memory for the camera's pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture of this camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This camera is not known to the recogniser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This car is not held at a gate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer or the network is too slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has no function here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lot has no such lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lot is wired to a simulator that does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rate plan is of a kind not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reason needs a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stay has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a part of the plate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again after {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; the log tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two lanes have the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type 1 to {longest} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type 2 to 12 letters and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a part of its plate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type digits, as on the notes and coins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type letters or digits of the plate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type plates by hand meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type plates by hand; the log tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the plate of this car.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the plate, or open by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {shortest} to {longest} digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was counted twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it came in, another car was inside under this plate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write in a few words what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 2026-05-31 14:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like Asia/Taipei or Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like rtsp://10.0.0.20/main.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have a shift open on another drawer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount_minor} taken. Receipt {number}. Leave by {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency} is not a currency known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane}: looking again with plate {plate}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane}: the gate was asked to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot sign on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plate} counts as inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plate} is in the list twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{timezone} is not a time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{plate}” cannot be a plate.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
