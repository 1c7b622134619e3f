namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Collections that are changed while something still enumerates them or points into them.</summary>
public sealed class CollectionTests
{
    [Theory]
    [InlineData("List<int>", "{|RVG0502:items|}.Add(x);")]
    [InlineData("List<int>", "{|RVG0502:items|}.Remove(x);")]
    [InlineData("List<int>", "{|RVG0502:items|}[0] = x;")]
    [InlineData("IList<int>", "{|RVG0502:items|}.Insert(0, x);")]
    [InlineData("ICollection<int>", "{|RVG0502:items|}.Add(x);")]
    [InlineData("HashSet<int>", "{|RVG0502:items|}.Add(x + 1);")]
    [InlineData("SortedSet<int>", "{|RVG0502:items|}.Remove(x);")]
    [InlineData("Queue<int>", "{|RVG0502:items|}.Enqueue(x);")]
    [InlineData("Stack<int>", "{|RVG0502:items|}.Pop();")]
    [InlineData("LinkedList<int>", "{|RVG0502:items|}.AddLast(x);")]
    [InlineData("System.Collections.ObjectModel.ObservableCollection<int>", "{|RVG0502:items|}.Remove(x);")]
    public Task Changed_in_its_own_loop(string type, string change) =>
        CatalogProgram.Check($"void M({type} items) {{ foreach (var x in items) {{ {change} }} }}");

    [Theory]
    [InlineData("if (x == 1) { items.Remove(x); break; }")]
    [InlineData("if (x == 1) { items.Remove(x); return; }")]
    [InlineData("if (x == 1) { items.Remove(x); throw new Exception(); }")]
    public Task Left_behind_the_change(string body) => CatalogProgram.Check($"void M(List<int> items) {{ foreach (var x in items) {{ {body} }} }}");

    [Fact]
    public Task Changed_and_continued() => CatalogProgram.Check(
        "void M(List<int> items) { foreach (var x in items) { if (x == 1) { {|RVG0502:items|}.Remove(x); continue; } } }");

    [Theory]
    [InlineData("items.ToList()")]
    [InlineData("items.ToArray()")]
    [InlineData("new List<int>(items)")]
    [InlineData("items.OrderBy(i => i)")]
    public Task A_copy_is_enumerated(string copy) => CatalogProgram.Check($"void M(List<int> items) {{ foreach (var x in {copy}) items.Remove(x); }}");

    [Theory]
    [InlineData("items.Remove(x.Key);")]
    [InlineData("items[x.Key] = 1;")]
    [InlineData("items.Clear();")]
    public Task A_dictionary_allows_it(string change) => CatalogProgram.Check($"void M(Dictionary<int, int> items) {{ foreach (var x in items) {{ {change} }} }}");

    [Fact]
    public Task A_dictionary_gets_another_key() => CatalogProgram.Check(
        "void M(Dictionary<int, int> items) { foreach (var x in items) { {|RVG0502:items|}.Add(x.Key + 1, 1); } }");

    [Fact]
    public Task A_dictionary_gets_another_key_in_a_loop_over_its_keys() => CatalogProgram.Check(
        "void M(Dictionary<int, int> items) { foreach (var x in items.Keys) { {|RVG0502:items|}.Add(x + 1, 1); } }");

    [Fact]
    public Task A_concurrent_dictionary_hands_out_snapshots() => CatalogProgram.Check(
        "void M(System.Collections.Concurrent.ConcurrentDictionary<int, int> items) { foreach (var x in items) items.TryAdd(x.Key + 1, 1); }");

    [Fact]
    public Task Another_collection_is_changed() => CatalogProgram.Check("void M(List<int> items, List<int> others) { foreach (var x in items) others.Add(x); }");

    [Fact]
    public Task The_variable_holds_another_collection_by_then() => CatalogProgram.Check(
        "void M(List<int> items) { foreach (var x in items) { items = new List<int>(); items.Add(x); } }");

    [Fact]
    public Task The_elements_are_changed() => CatalogProgram.Check("void M(List<List<int>> items) { foreach (var x in items) x.Add(1); }");

    [Fact]
    public Task It_is_changed_behind_the_loop() => CatalogProgram.Check("void M(List<int> items) { foreach (var x in items) { } items.Clear(); }");

    [Fact]
    public Task It_is_changed_around_the_loop() => CatalogProgram.Check(
        "void M(List<int> items) { for (var i = 0; i < items.Count; i++) { foreach (var x in items) { } items.RemoveAt(i); } }");

    [Fact]
    public Task A_field_is_changed_in_its_own_loop() => CatalogProgram.Check(
        "readonly List<int> _items = new(); void M() { foreach (var x in _items) {|RVG0502:_items|}.Add(x); }");

    [Fact]
    public Task A_field_gets_another_collection_first() => CatalogProgram.Check(
        "List<int> _items = new(); void M() { foreach (var x in _items) { _items = new(); _items.Add(x); } }");

    [Fact]
    public Task A_property_of_a_variable_is_changed_in_its_own_loop() => CatalogProgram.Check(
        "List<int> Items { get; } = new(); void M(C node) { foreach (var x in node.Items) {|RVG0502:node.Items|}.Clear(); }");

    [Fact]
    public Task The_same_property_of_another_variable() => CatalogProgram.Check(
        "List<int> Items { get; } = new(); void M(C node) { foreach (var x in node.Items) Items.Add(x); }");

    [Fact]
    public Task A_static_field_is_changed_in_its_own_loop() => CatalogProgram.Check(
        "static readonly List<int> s_items = new(); void M() { foreach (var x in s_items) {|RVG0502:s_items|}.Add(x); }");

    [Fact]
    public Task An_enumerator_by_hand() => CatalogProgram.Check(
        "void M(List<int> items) { var e = items.GetEnumerator(); while (e.MoveNext()) {|RVG0502:items|}.Remove(e.Current); }");

    [Fact]
    public Task An_enumerator_that_is_used_up() => CatalogProgram.Check(
        "void M(List<int> items) { using (var e = items.GetEnumerator()) { while (e.MoveNext()) { } } items.Clear(); }");

    [Fact]
    public Task An_enumerator_is_returned() => CatalogProgram.Check("IEnumerator<int> M() { var items = new List<int> { 1 }; return items.GetEnumerator(); }");

    [Fact]
    public Task A_list_grows_under_its_span() => CatalogProgram.Check(
        "void M(List<int> items) { var span = CollectionsMarshal.AsSpan(items); {|RVG0502:items|}.Add(1); span[0] = 2; }");

    [Fact]
    public Task A_list_grows_behind_the_last_use_of_its_span() => CatalogProgram.Check(
        "void M(List<int> items) { var span = CollectionsMarshal.AsSpan(items); span[0] = 2; items.Add(1); }");

    [Fact]
    public Task A_dictionary_grows_under_a_reference_to_a_value() => CatalogProgram.Check(
        "void M(Dictionary<int, int> items) { ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(items, 1, out _); {|RVG0502:items|}.Add(2, 2); value = 1; }");

    [Fact]
    public Task A_reference_to_a_value_is_passed_on() => CatalogProgram.Check(
        """
            struct Entry { public object? Value; }
            static int Core(ref Entry e, string s) => s.Length;
            int M(Dictionary<int, Entry> items) { ref var e = ref CollectionsMarshal.GetValueRefOrNullRef(items, 1); if (e.Value is not string s) return 0; return Core(ref e, s); }
        """);

    [Fact]
    public Task An_array_has_no_size_to_change() => CatalogProgram.Check(
        "void M(int[] items) { var span = items.AsSpan(); items[0] = 1; span[0] = 2; foreach (var x in items) items[0] = x; }");

    [Fact]
    public Task Lambdas_change_what_they_capture() => CatalogProgram.Check(
        """
            void M(List<int> items)
            {
                Action one = () => items.Add(1);
                Action two = () => items.Add(2);
                one();
                two();
                Func<int> count = () => items.Count;
                items.Add(3);
                count();
                var later = new List<Action>();
                foreach (var x in items)
                    later.Add(() => items.Remove(x));
            }
        """);

    [Fact]
    public Task A_task_was_lent_it() => CatalogProgram.Check(
        "Task Send(List<int> items) => Task.CompletedTask; async Task M(List<int> items) { var t = Send(items); items.Add(1); await t; foreach (var x in items) { } }");

    [Fact]
    public Task A_work_list() => CatalogProgram.Check(
        "void M(Queue<int> work) { while (work.Count > 0) { var x = work.Dequeue(); work.Enqueue(x - 1); } }");

    [Fact]
    public Task Walking_by_hand() => CatalogProgram.Check(
        "void M(LinkedList<int> items) { var node = items.First; while (node != null) { var next = node.Next; items.Remove(node); node = next; } }");

    [Fact]
    public Task Without_the_catalog_nothing_is_known() => Verify.Catalog(
        CatalogProgram.Around("void M(List<int> items) { foreach (var x in items) items.Add(x); }"), "rustvsgo.catalog = off");

    [Fact]
    public Task References_conflict_in_nobodys_code() => CatalogProgram.Check(
        """
            void Swap(ref string a, ref string b) { }
            void M(List<int> items, string s)
            {
                Swap(ref s, ref s);
                ref var r = ref s;
                s = "1";
                r = "2";
                foreach (var x in items) { items.Clear(); break; }
            }
        """);
}
