namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Correct programs in one line each: the neighbours of what the other files report.</summary>
public sealed class AcceptedTests
{
    [Theory]
    [InlineData("the last use is the move", "var x = Make(); Look(x); Edit(x); x.Bump(); Take(x);")]
    [InlineData("a new owner moves on", "var x = Make(); var y = x; var z = y; Take(z);")]
    [InlineData("each value is moved once", "var x = Make(); var y = Make(); Take(y); Take(x);")]
    [InlineData("a variable is filled and emptied again and again", "var x = Make(); Take(x); x = Make(); Take(x); x = Make(); Look(x);")]
    [InlineData("the clone is moved", "var x = Make(); var y = x.Clone(); Take(y); Look(x);")]
    [InlineData("nothing is bound", "Take(Make()); Take(Make());")]
    [InlineData("the variable is declared without a value", "Config x; if (c) x = Make(); else x = Make(); Take(x);")]
    [InlineData("a variable that was moved is simply left alone", "var x = Make(); var y = x; Look(y); Look(y);")]
    [InlineData("an object is compared with null before it moves", "var x = Make(); if (x != null && x is not null) Take(x);")]
    [InlineData("the value comes back", "var x = Make(); var y = x; x = y; Look(x);")]
    [InlineData("a scalar is copied", "var x = n; var y = x; n = x + y;")]
    public Task Variables(string why, string statements) => Accepted(why, statements);

    [Theory]
    [InlineData("a result is passed on", "Look(Id(Make())); Take(Id(Make()));")]
    [InlineData("arguments borrow side by side", "var x = Make(); See(x, x); Take(x); static void See([Borrowed] Config a, [Borrowed] Config b) { }")]
    [InlineData("two values are passed at once", "var x = Make(); var y = Make(); Both(x, y); static void Both(Config a, Config b) { }")]
    [InlineData("a member is read for another argument", "var x = Make(); Put(x.Count(), x); static void Put(int count, Config config) { }")]
    [InlineData("an optional argument is left out", "var x = Make(); Put(x); static void Put(Config config, Config other = null) { }")]
    [InlineData("a consuming method is called last", "var x = Make(); x.Bump(); Look(x.Into());")]
    [InlineData("a chain of consuming calls starts from a new value", "Look(Make().Into());")]
    [InlineData("a method of an interface borrows", "IView v = new View(); var x = Make(); v.Show(x); v.Show(x);")]
    [InlineData("a base method borrows", "var x = Make(); x.ToString(); x.GetHashCode(); x.GetType(); Take(x);")]
    [InlineData("a parameter array stays empty", "All(); All(Make()); All(Make(), Make()); static void All(params Config[] all) { }")]
    [InlineData("what is written to the console stays", "var x = Make(); Console.WriteLine(\"{0} {1}\", x, x.Host); Look(x);")]
    [InlineData("a string is joined from it", "var x = Make(); var s = \"a\" + x + x.Host; Look(x);")]
    [InlineData("a delegate of an own type lends", "Lender f = static x => { }; var x = Make(); f(x); f(x); Look(x);")]
    public Task Calls(string why, string statements) => Accepted(
        why,
        statements,
        "delegate void Lender([Borrowed] Config config); interface IView { void Show([Borrowed] Config config); } class View : IView { public void Show([Borrowed] Config config) { } }");

    [Theory]
    [InlineData("each branch moves its own", "var x = Make(); var y = Make(); if (c) Take(x); else Take(y);")]
    [InlineData("the branch that moves fills again", "var x = Make(); if (c) { Take(x); x = Make(); } else { Look(x); } Look(x);")]
    [InlineData("the branch that moves continues nowhere", "var x = Make(); if (c) { Take(x); throw new InvalidOperationException(); } Take(x);")]
    [InlineData("three ways out", "var x = Make(); if (c) { Take(x); return; } if (d) { Take(x); return; } Take(x);")]
    [InlineData("both sides of a chain", "var x = Make(); if (c) Take(x); else if (d) Take(x); else Look(x);")]
    [InlineData("the condition looks", "var x = Make(); if (Looks(x) && Looks(x) || Looks(x)) Take(x);")]
    [InlineData("the condition moves and nothing follows", "var x = Make(); if (c && Takes(x)) return;")]
    [InlineData("the negated condition moves and the branch leaves", "var x = Make(); if (!Takes(x)) return; x = Make(); Look(x);")]
    [InlineData("every case leaves", "var x = Make(); switch (n) { case 0: Take(x); return; default: Look(x); return; }")]
    [InlineData("cases share a body", "var x = Make(); switch (n) { case 0: case 1: Take(x); break; case 2: Look(x); break; }")]
    [InlineData("a case fills what another one moved", "var x = Make(); switch (n) { case 0: Take(x); x = Make(); break; case 1: goto case 0; } Look(x);")]
    [InlineData("the guard of one case looks and its body moves", "var x = Make(); switch (n) { case > 1 when Looks(x): Take(x); break; case > 0: Take(x); break; }")]
    [InlineData("a jump to the end", "var x = Make(); if (c) goto end; Take(x); end: return;")]
    public Task Branches(string why, string statements) => Accepted(why, statements);

    [Theory]
    [InlineData("filled at the start of each iteration", "Config x; do { x = Make(); Take(x); } while (c);")]
    [InlineData("looked at in each iteration", "var x = Make(); for (var i = 0; i < x.Port; i++) Look(x); Take(x);")]
    [InlineData("moved on the way out", "var x = Make(); foreach (var i in new[] { 1, 2 }) { if (i == n) { Take(x); return; } } Take(x);")]
    [InlineData("moved between two loops", "var x = Make(); while (c) Look(x); var y = x; while (d) Look(y);")]
    [InlineData("the variable of the iteration is moved", "for (var i = 0; i < n; i++) { var x = Make(); if (c) { Take(x); continue; } Look(x); }")]
    [InlineData("the inner loop breaks and so does the outer one", "var x = Make(); while (c) { while (d) { Take(x); return; } Look(x); }")]
    [InlineData("a flag is set and the loop left", "var x = Make(); var done = false; while (!done) { done = true; Look(x); } Take(x);")]
    [InlineData("a field is moved and filled again", "var x = Make(); while (c) { Take(x.Left); x.Left = MakePart(); } Look(x);")]
    [InlineData("borrowed elements", "var all = new[] { Make(), Make() }; foreach (var x in all) { Look(x); Look(x); } Look(all[0]);")]
    public Task Loops(string why, string statements) => Accepted(why, statements);

    [Theory]
    [InlineData("both fields are moved", "var x = Make(); Take(x.Left); Take(x.Right); Take(x.Spare);")]
    [InlineData("both fields are moved and filled again", "var x = Make(); Take(x.Left); Take(x.Right); x.Left = MakePart(); x.Right = MakePart(); Take(x);")]
    [InlineData("fields change places", "var x = Make(); (x.Left, x.Right) = (x.Right, x.Left); Look(x);")]
    [InlineData("a field is given to another object", "var x = Make(); var y = Make(); y.Left = x.Left; Look(y); Look(x.Right);")]
    [InlineData("a plain field is written", "var x = Make(); Take(x.Left); x.Port = 2; x.Host = \"\"; Console.WriteLine(x.Port);")]
    [InlineData("a field is moved on one path only and not used", "var x = Make(); if (c) Take(x.Left); Look(x.Right);")]
    [InlineData("a field is moved and the whole is replaced", "var x = Make(); Take(x.Left); x = Make(); Take(x.Left);")]
    [InlineData("a field of a field", "var x = Make(); Console.WriteLine(x.Left.Size + x.Left.Weight()); Take(x.Left);")]
    [InlineData("an element of a tuple", "var t = (Make(), Make(), 1); Take(t.Item1); Take(t.Item2); Console.WriteLine(t.Item3);")]
    [InlineData("an element of a tuple is filled again", "var t = (A: Make(), B: 1); Take(t.A); t.A = Make(); var u = t; Look(u.A);")]
    public Task Fields(string why, string statements) => Accepted(why, statements);

    [Theory]
    [InlineData("a value is moved before it would be disposed", "var x = Open(); Look(x); Take(x);")]
    [InlineData("disposed last", "var x = Open(); Look(x); x.Dispose();")]
    [InlineData("disposed on each way out", "var x = Open(); if (c) { x.Dispose(); return; } Look(x); x.Dispose();")]
    [InlineData("a field of the program is disposed", "using (Open()) { } using (var x = Open()) { } using var y = Open();")]
    [InlineData("null in a using", "using Conn x = null; using (var y = c ? Open() : null) { }")]
    [InlineData("a using in a finally", "try { Risky(); } finally { using var x = Open(); Look(x); }")]
    [InlineData("usings in both branches", "if (c) { using var x = Open(); Look(x); } else { using var x = Open(); x.Ping(); }")]
    [InlineData("a plain disposable", "using var s = new MemoryStream(); s.Flush(); s.Dispose();")]
    [InlineData("a reader over a stream", "using var s = new MemoryStream(); using var r = new StreamReader(s); r.ReadLine();")]
    [InlineData("disposed conditionally and left alone", "var x = c ? Open() : null; x?.Ping(); x?.Dispose();")]
    public Task Usings(string why, string statements) => Accepted(why, statements);

    [Theory]
    [InlineData("a lambda that nobody calls takes nothing else", "var x = Make(); var y = Make(); Action f = () => Take(x); Look(y);")]
    [InlineData("a lambda reads a scalar", "var x = Make(); var port = x.Port; Action f = () => Console.WriteLine(port); Take(x); f();")]
    [InlineData("a lambda makes and takes its own", "Action f = () => Take(Make()); f(); f();")]
    [InlineData("a lambda looks twice", "var x = Make(); Action f = () => { Look(x); Look(x); }; f(); f(); Take(x);")]
    [InlineData("two lambdas look", "var x = Make(); Action f = () => Look(x); Action g = () => Look(x); f(); g(); f(); Take(x);")]
    [InlineData("a lambda returns a new value each time", "Func<Config> f = () => Make(); Take(f()); Take(f());")]
    [InlineData("a lambda captures a lambda", "var x = Make(); Action f = () => Look(x); Action g = () => f(); g(); g(); Take(x);")]
    [InlineData("a lambda is passed for the time of the call", "var x = Make(); Run(() => Look(x)); Run(() => Look(x)); Take(x);")]
    [InlineData("a lambda that moves on one of two paths", "var x = Make(); if (c) RunOnce(() => Take(x)); else RunOnce(() => Take(x));")]
    [InlineData("a local function looks and its caller moves", "var x = Make(); Show(x); Take(x); static void Show([Borrowed] Config config) => Look(config);")]
    [InlineData("a local function is called once", "var x = Make(); if (c) Give(); else Give(); void Give() => Take(x);")]
    [InlineData("a local function changes what it captures", "var x = Make(); Change(); Change(); Look(x); void Change() => x.Bump();")]
    public Task Functions(string why, string statements) => Accepted(why, statements);

    [Theory]
    [InlineData("both sides are new", "var x = c ? Make() : Make(); Look(x); var y = x ?? Make(); Take(y);")]
    [InlineData("a nested condition borrows", "var x = Make(); var y = Make(); Look(c ? x : d ? y : x); Take(x); Take(y);")]
    [InlineData("the sides are moved last", "var x = Make(); var y = Make(); Look(x); Look(y); Take(c ? x : y);")]
    [InlineData("the sides are scalars", "var x = Make(); n = c ? x.Port : x.Count(); Take(x);")]
    [InlineData("a coalescing expression falls back on a new value", "Config x = null; Take(x ?? Make());")]
    [InlineData("a conditional access reads", "var x = Make(); var p = x?.Port; x?.Bump(); var w = x?.Left?.Weight(); Take(x);")]
    [InlineData("a switch expression reads", "var x = Make(); n = x.Port switch { 0 => x.Count(), > 1 when Looks(x) => 2, _ => x.Port }; Take(x);")]
    [InlineData("a switch expression makes", "Take(n switch { 0 => Make(), _ => Id(Make()) });")]
    [InlineData("a tuple of new values", "var t = (Make(), Make()); var (x, y) = t; Take(x); Take(y);")]
    [InlineData("an array of new values", "var all = new[] { Make(), Make() }; all[0] = Make(); Look(all[n]);")]
    [InlineData("an initializer of new values", "var x = new Config { Left = new Part(), Right = MakePart(), Spare = new() { Size = 1 } }; Take(x);")]
    [InlineData("a tuple comparison", "var x = Make(); var y = Make(); if ((x, n) == (y, 1)) Take(x);")]
    [InlineData("a lock around it", "var x = Make(); var gate = new object(); lock (gate) { Look(x); } lock (gate) { Take(x); }")]
    [InlineData("an interpolated string", "var x = Make(); var s = $\"{x.Host}:{x.Port,5:D}\"; Take(x);")]
    [InlineData("an anonymous object of scalars", "var x = Make(); var y = new { x.Port, Width = x.Left.Size }; Take(x);")]
    [InlineData("a query over scalars", "var x = Make(); var all = new List<int> { x.Port }; all.Sort(); all.Add(x.Count()); Take(x);")]
    [InlineData("a collection expression of new values", "Config[] all = [Make(), Make()]; Look(all[0]); int[] more = [1, .. new[] { n }];")]
    [InlineData("a delegate that reads", "var x = Make(); Func<Config, int> f = y => y.Port; Console.WriteLine(f(x)); Look(x);")]
    [InlineData("a deconstruction that keeps a part", "Config x; (x, _) = (Make(), 1); Look(x);")]
    [InlineData("a dynamic value", "var x = Make(); dynamic y = n; y = y + 1; Look(x);")]
    public Task Expressions(string why, string statements) => Accepted(why, statements);

    [Theory]
    [InlineData("moved behind the try", "var x = Make(); try { Look(x); } catch { Look(x); } finally { Look(x); } Take(x);")]
    [InlineData("filled in the handler and moved behind it", "Config x = null; try { x = Make(); Risky(); } catch { x = Make(); } Take(x);")]
    [InlineData("moved in the handler that ends", "var x = Make(); try { Risky(); } catch { Take(x); return; } Take(x);")]
    [InlineData("moved in the finally of each way", "var x = Make(); try { if (c) return; Look(x); if (d) throw new InvalidOperationException(); } finally { Take(x); }")]
    [InlineData("made and moved inside", "try { var x = Make(); Look(x); Take(x); } catch (InvalidOperationException) when (c) { }")]
    [InlineData("moved and filled before anything can throw", "var x = Make(); var y = Make(); try { var z = x; x = y; Risky(); } catch { Look(x); }")]
    [InlineData("nested handlers look", "var x = Make(); try { try { Risky(); } catch (InvalidOperationException) { Look(x); throw; } } catch { Look(x); }")]
    public Task Exceptions(string why, string statements) => Accepted(why, statements);

    [Theory]
    [InlineData("an out argument is moved once", "if (TryMake(out var x)) Take(x);")]
    [InlineData("an out argument is filled in each iteration", "while (TryMake(out var x)) Take(x);")]
    [InlineData("an out argument is discarded", "TryMake(out _); TryMake(out Config _);")]
    [InlineData("a variable is filled by out again", "TryMake(out var x); Take(x); TryMake(out x); Take(x);")]
    [InlineData("a generic method gives back what it took", "var x = Id(Id(Make())); x = Id(x); Take(x);")]
    [InlineData("a list of plain values", "var all = new List<string>(); var s = \"\"; all.Add(s); all.Add(s); var other = all; other.Add(s);")]
    [InlineData("a dictionary of plain values", "var all = new Dictionary<string, int> { [\"\"] = 1 }; foreach (var pair in all) n += pair.Value; var other = all;")]
    [InlineData("Own.Take out of a variable", "var x = Make(); Take(Own.Take(ref x)); x = Make(); Take(Own.Take(ref x));")]
    [InlineData("Own.Replace with a new value", "var x = Make(); Take(Own.Replace(ref x, Make())); Look(x);")]
    [InlineData("Own.BorrowMut for a while", "var x = Make(); var r = Own.BorrowMut(x); Edit(r); r.Bump(); Take(x);")]
    [InlineData("Own.Borrow copied", "var x = Make(); var r = Own.Borrow(x); var s = r; Look(r); Look(s); Take(x);")]
    public Task Generics(string why, string statements) => Accepted(why, statements);

    [Theory]
    [InlineData("moved into the last awaited call", "var x = Make(); await LookAsync(x); await TakeAsync(x);")]
    [InlineData("made by an awaited call in a loop", "while (c) { var x = await MakeAsync(); await TakeAsync(x); }")]
    [InlineData("filled by an awaited call", "var x = await MakeAsync(); Take(x); x = await MakeAsync(); Look(x);")]
    [InlineData("awaited in both branches", "var x = Make(); if (c) await TakeAsync(x); else await TakeAsync(x);")]
    [InlineData("borrowed by one task after the other", "var x = Make(); var task = LookAsync(x); await task; await LookAsync(x); Take(x);")]
    [InlineData("a task without values", "await Task.Yield(); await Task.Delay(1); await Task.WhenAll(Task.CompletedTask);")]
    [InlineData("an asynchronous using", "await using (Open()) { } await using var x = Open(); await Task.Yield(); x.Ping();")]
    public Task Asynchronous(string why, string statements)
    {
        Assert.NotEmpty(why);
        return Moves.AsyncBody(statements);
    }

    [Theory]
    [InlineData("a constructor reads and stores", "class Box { readonly Config _c; readonly int _p; public Box(Config config) { _p = config.Port; _c = config; } }")]
    [InlineData("a constructor stores two", "class Box { readonly Config _a, _b; public Box(Config a, Config b) { _a = a; _b = b; } }")]
    [InlineData("a constructor passes on", "class Base { public Base(Config config, int port) { } } class Box : Base { public Box(int port, Config config) : base(config, port) { } }")]
    [InlineData("a constructor passes on after a read", "class Base { public Base(int port, Config config) { } } class Box : Base { public Box(Config config) : base(config.Port, config) { } }")]
    [InlineData("fields make their own", "class Box { readonly Config _a = Make(), _b = Make(); static readonly Config s_c = Make(); public int Sum() => _a.Port + _b.Port + s_c.Port; }")]
    [InlineData("a setter stores its value", "class Box { Config _c; public Config Main { set => _c = value; } public Config Other { get; set; } }")]
    [InlineData("a record of an owned part", "record Doc(string Name, Part Body) { public int Weight() => Body.Weight(); }")]
    [InlineData("a method consumes its object", "[Owned] class Box { Part _p = MakePart(); [Consumes] public Part Open() => _p; public int Peek() => _p.Size; }")]
    [InlineData("an iterator yields each value once", "class Box { public IEnumerable<Config> All() { yield return Make(); var x = Make(); Look(x); yield return x; } }")]
    [InlineData("an operator makes a new value", "[Owned] class Sum { public static Sum operator +(Sum a, Sum b) => new(); public static Sum Twice([Borrowed] Sum a) => a + a; }")]
    [InlineData("a generic class of plain elements", "class Bag<T> { T _t; public void Put(T t) { _t = t; _t = t; } public T Get() => _t; }")]
    [InlineData("a method returns what it was given or a copy", "class Box { Config A(Config x, bool c) { if (c) return x; return x.Clone(); } Config B(Config x, bool c) => c ? x : x.Clone(); }")]
    [InlineData("a finally runs behind a return", "class Box { Config A(Config x) { try { return x; } finally { Risky(); } } }")]
    [InlineData("an iterator yields copies", "class Box { IEnumerable<Config> A(params Config[] all) { foreach (var x in all) yield return x.Clone(); } }")]
    [InlineData("an out parameter receives", "class Box { void A(Config x, out Config y) { y = x; } }")]
    [InlineData("two names of a borrow", "class Box { void A([Borrowed] Config x) { var y = x; Look(x); Look(y); } }")]
    [InlineData("a second name of an exclusive borrow", "class Box { int A([BorrowedMut] Config x) { var y = x; y.Bump(); x.Bump(); return x.Port; } }")]
    [InlineData("a local function calls itself", "class Box { void A(Config x) { F(2); Look(x); void F(int i) { if (i > 0) F(i - 1); else Look(x); } } }")]
    [InlineData("a lambda that leaves takes its capture", "class Box { Action A() { var x = Make(); return () => Look(x); } }")]
    [InlineData("every case of a switch over a value", "class Box { void A(Config x) { switch (x) { case null: return; case { Port: > 1 }: Take(x); break; default: Look(x); break; } } }")]
    [InlineData("a switch expression over a value", "class Box { string A(Config x) => x switch { null => \"\", { Port: var p } => p + x.Host }; }")]
    public async Task Types(string why, string types)
    {
        Assert.NotEmpty(why);
        await Moves.Program(types);
    }

    private static Task Accepted(string why, string statements, string types = "")
    {
        // The reason is what the test is called by.
        Assert.NotEmpty(why);
        return Moves.Body(statements, types);
    }
}
